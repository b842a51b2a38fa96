package journal

// Week is the day a week begins on, as how many days that is after Monday: 0 to 6. The zero Week
// begins on Monday.
type Week int

// The days a week begins on somewhere.
const (
	WeekMonday   Week = 0
	WeekSaturday Week = 5
	WeekSunday   Week = 6
)

// Start is the first day of the week that d is in.
func (w Week) Start(d Date) Date {
	const days = 7
	monday := (int(d.Weekday()) + days - 1) % days // how many days after Monday d is
	return d.AddDays(-((monday - int(w) + days) % days))
}
