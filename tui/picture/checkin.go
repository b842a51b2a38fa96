package picture

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bothways/journal"
	"bothways/tui/chart"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// used is how often each of the nine interventions was noted.
func used(in journal.Insights) Picture {
	p := Picture{ID: "interventions", Title: "The nine interventions"}
	if in.UsedSaid < journal.LeastUsed {
		p.Sentence, p.More = tooLittle(in.UsedSaid, "conversation that says what was used", "conversations that say what was used"), "The check-in of a conversation has the nine to choose from."
		return p
	}
	byUse := slices.Clone(in.Used)
	slices.SortStableFunc(byUse, func(a, b journal.Intervention) int { return cmp.Compare(b.All(), a.All()) })
	p.Sentence = "Noted in " + wording.Counted(in.UsedSaid, "conversation", "conversations") + ", " + mostUsed(byUse)
	if never := in.NeverUsed(); len(never) > 0 {
		p.Sentence += ". Never used in this time: " + listed(never) + "."
	} else {
		p.Sentence += ". All nine were used."
	}
	p.Legend = []chart.Cell{{Text: chart.Full, As: chart.Up}, {Text: " as mentor · ", As: chart.Aside}, {Text: chart.Middle, As: chart.Both}, {Text: " both ways · ", As: chart.Aside}, {Text: chart.Light, As: chart.Down}, {Text: " as mentee, done for you", As: chart.Aside}}
	p.Rows, p.Cols = len(in.Used), 1
	most := byUse[0].All()
	p.draw = func(w, _ int, at Spot, on bool) []chart.Row {
		lines := make([]chart.Line, len(in.Used))
		for i, u := range in.Used {
			lines[i] = chart.Line{Label: u.Word, Value: wording.Count(u.All())}
		}
		room := min(50, chart.Room(lines, w, 0))
		for i, u := range in.Used {
			lines[i].Drawn = chart.Bar([]chart.Part{{N: u.Mentor, Fill: chart.Full, As: chart.Up}, {N: u.Mutual, Fill: chart.Middle, As: chart.Both}, {N: u.Mentee, Fill: chart.Light, As: chart.Down}}, most, room)
			if u.All() == 0 {
				lines[i].Drawn = []chart.Cell{{Text: widget.Cut("never in this time", room), As: chart.Aside}}
			}
		}
		return chart.Lines(lines, w, chosenRow(at, on))
	}
	p.part = func(at Spot) Part {
		u := in.Used[at.Row]
		says := u.Word + ": never in this time"
		if u.All() > 0 {
			says = fmt.Sprintf("%s: in %s, %s", u.Word, wording.Counted(u.All(), "conversation", "conversations"), byRole(u.Mentor, u.Mentee, u.Mutual))
		}
		return Part{says, u.All(), journal.Pick{Of: journal.PickSessions, Days: in.Period.Days, Intervention: u.Word}}
	}
	return p
}

// mostUsed says which of the interventions were noted most often, of those in their order, most first. What
// others were noted as often as is not told from them.
func mostUsed(byUse []journal.Intervention) string {
	alike := func(from int) (words []string) {
		for _, u := range byUse[from:] {
			if u.All() == byUse[from].All() {
				words = append(words, u.Word)
			}
		}
		return words
	}
	first := alike(0)
	n := wording.Count(byUse[0].All())
	switch second := byUse[1]; {
	case byUse[0].All() == 0: // all of a later version, which knows more words
		return "none of them one of the nine"
	case len(first) > 3:
		return fmt.Sprintf("%d of the nine most often (%s each)", len(first), n)
	case len(first) > 1:
		return fmt.Sprintf("most often %s (%s each)", listed(first), n)
	case second.All() > 0 && len(alike(1)) == 1:
		return fmt.Sprintf("most often %s (%s) and %s (%s)", first[0], n, second.Word, wording.Count(second.All()))
	}
	return fmt.Sprintf("most often %s (%s)", first[0], n)
}

// shareCells is how many cells a share picture has: a tenth has as many in each line.
const shareCells = 30

// splits is how listening, asking and advising shared conversations over time.
func splits(in journal.Insights, dates wording.Dates) Picture {
	sum := in.SplitSum()
	p := Picture{ID: "balance", Title: "Listening, asking, advising"}
	if sum.Said < journal.LeastSplits {
		p.Sentence, p.More = tooLittle(sum.Said, "conversation that says how it was shared", "conversations that say how they were shared"), "The check-in of a conversation has room for it."
		return p
	}
	ten := sum.Split.Tenths()
	p.Title += ", " + wording.By(in.SplitsBy)
	p.Sentence = fmt.Sprintf("Over %s, in ten: listening %d, asking %d, advising %d", wording.Counted(sum.Said, "conversation", "conversations"), ten.Listening, ten.Asking, ten.Advising)
	if first, last := firstAndLast(in.Splits); last > first {
		a, b := in.Splits[first].Split.Tenths(), in.Splits[last].Split.Tenths()
		if a != b {
			p.Sentence += fmt.Sprintf(". At first, in %s: %s; lately, in %s: %s", dates.Step(in.SplitsBy, in.Splits[first].Days), inTen(a), dates.Step(in.SplitsBy, in.Splits[last].Days), inTen(b))
		}
	}
	p.Sentence += "."
	p.Legend = []chart.Cell{{Text: chart.Full, As: chart.First}, {Text: " listening · ", As: chart.Aside}, {Text: chart.Middle, As: chart.Second}, {Text: " asking · ", As: chart.Aside}, {Text: chart.Light, As: chart.Third}, {Text: " advising", As: chart.Aside}}
	steps := make([]step, len(in.Splits))
	for i, s := range in.Splits {
		steps[i] = step{s.Days, s.Said}
	}
	p.Rows, p.Cols, p.Begin = len(in.Splits), 1, Spot{lastWith(steps), 0}
	p.draw = func(w, _ int, at Spot, on bool) []chart.Row {
		lines := make([]chart.Line, len(in.Splits))
		for i, s := range in.Splits {
			lines[i] = chart.Line{Label: dates.StepShort(in.SplitsBy, s.Days), Value: wording.Count(s.Said)}
		}
		room := max(1, min(shareCells, chart.Room(lines, w, 10)))
		if room >= journal.SplitWhole {
			room -= room % journal.SplitWhole
		}
		for i, s := range in.Splits {
			if s.Said == 0 {
				lines[i].Value, lines[i].Drawn = "-", []chart.Cell{{Text: widget.Cut("no check-in says", room), As: chart.Aside}}
				continue
			}
			ten := s.Split.Tenths()
			lines[i].Drawn = chart.Share([]chart.Part{{N: ten.Listening, Fill: chart.Full, As: chart.First}, {N: ten.Asking, Fill: chart.Middle, As: chart.Second}, {N: ten.Advising, Fill: chart.Light, As: chart.Third}}, room)
			lines[i].Note = inTen(ten)
		}
		return chart.Lines(lines, w, chosenRow(at, on))
	}
	p.part = func(at Spot) Part {
		s := in.Splits[at.Row]
		says := dates.Step(in.SplitsBy, s.Days) + ": no conversation says"
		if s.Said > 0 {
			ten := s.Split.Tenths()
			says = fmt.Sprintf("%s, over %s: listening %d, asking %d, advising %d in ten", dates.Step(in.SplitsBy, s.Days), wording.Counted(s.Said, "conversation", "conversations"), ten.Listening, ten.Asking, ten.Advising)
		}
		return Part{says, s.Said, journal.Pick{Of: journal.PickSessions, Days: s.Days, SaysSplit: true}}
	}
	return p
}

// inTen are the three shares with signs between them.
func inTen(s journal.Split) string {
	return fmt.Sprintf("%d · %d · %d", s.Listening, s.Asking, s.Advising)
}

// firstAndLast are the first and the last step that enough conversations speak for to be compared;
// they are the same where there are not two.
func firstAndLast(steps []journal.SplitStep) (first, last int) {
	enough := func(s journal.SplitStep) bool { return s.Said >= journal.LeastSplits }
	first = slices.IndexFunc(steps, enough)
	for last = len(steps) - 1; last > first && !enough(steps[last]); last-- {
	}
	return max(0, first), max(0, first, last)
}

// energyCells is the line energy is drawn on: half a step is two cells.
const energyCells = 17

// energy is the energy after conversations, a line for each relationship that enough of them speak
// for.
func energy(in journal.Insights, veil journal.Veil) Picture {
	p := Picture{ID: "energy", Title: "Energy by relationship"}
	var all []journal.EnergyOf
	said, few := 0, 0
	for _, e := range in.Energy {
		if e.Said < journal.LeastEnergies {
			few++
			continue
		}
		said += e.Said
		all = append(all, e)
	}
	if len(all) == 0 {
		p.Sentence = "Too little to say: no conversation in this time says how much energy you had."
		if few > 0 {
			p.Sentence = fmt.Sprintf("Too little to say: with nobody did %d conversations in this time say how much energy you had.", journal.LeastEnergies)
		}
		p.More = fmt.Sprintf("%d with the same person are enough; the check-in asks.", journal.LeastEnergies)
		return p
	}
	mean := func(e journal.EnergyOf) float64 { return float64(e.Sum) / float64(e.Said) }
	who := func(e journal.EnergyOf) string { return veil.Name(e.PersonName) + " (" + e.Role.Phrase() + ")" }
	high := slices.MaxFunc(all, func(a, b journal.EnergyOf) int { return cmp.Compare(mean(a), mean(b)) })
	low := slices.MinFunc(all, func(a, b journal.EnergyOf) int { return cmp.Compare(mean(a), mean(b)) })
	p.Sentence = fmt.Sprintf("After %s in %s", wording.Counted(said, "conversation", "conversations"), wording.Counted(len(all), "relationship", "relationships"))
	if mean(high) > mean(low) {
		p.Sentence += fmt.Sprintf(": from %s with %s to %s with %s", signed(mean(low)), who(low), signed(mean(high)), who(high))
	} else {
		p.Sentence += ": " + signed(mean(low)) + " on average"
	}
	p.Sentence += "."
	switch {
	case few == 1:
		p.Sentence += fmt.Sprintf(" One more has fewer than %d: too little to say.", journal.LeastEnergies)
	case few > 1:
		p.Sentence += fmt.Sprintf(" %s more have fewer than %d each: too little to say.", wording.Count(few), journal.LeastEnergies)
	}
	p.Legend = []chart.Cell{{Text: "average from −2 to +2 ", As: chart.Aside}, {Text: "●", As: chart.Up}, {Text: " · the last few · how many", As: chart.Aside}}
	p.Rows, p.Cols = len(all), 1
	p.draw = func(w, _ int, at Spot, on bool) []chart.Row {
		lines, wide := make([]chart.Line, len(all)), 4
		for _, e := range all {
			wide = max(wide, len(wording.Count(e.Said)))
		}
		for i, e := range all {
			drawn := chart.Point(mean(e), journal.MinEnergy, journal.MaxEnergy, energyCells)
			spark := widget.Spark(e.Newest, journal.MinEnergy, journal.MaxEnergy, journal.EnergiesRead)
			drawn = append(drawn, chart.Cell{Text: "  " + widget.Pad(spark, journal.EnergiesRead), As: chart.Down}, chart.Cell{Text: " " + strings.Repeat(" ", wide-len(wording.Count(e.Said))) + wording.Count(e.Said), As: chart.Aside})
			lines[i] = chart.Line{Value: signed(mean(e)), Drawn: drawn, Note: who(e)}
		}
		return chart.Lines(lines, w, chosenRow(at, on))
	}
	p.part = func(at Spot) Part {
		e := all[at.Row]
		return Part{fmt.Sprintf("%s: %s on average, after %s", who(e), signed(mean(e)), wording.Counted(e.Said, "conversation", "conversations")), e.Said,
			journal.Pick{Of: journal.PickSessions, Days: in.Period.Days, RelationshipID: e.RelationshipID, SaysEnergy: true}}
	}
	return p
}

// signed is an average with its sign: "+0.8", "0.0", "−1.2".
func signed(f float64) string {
	switch s := fmt.Sprintf("%.1f", f); {
	case s == "0.0" || s == "-0.0":
		return "0.0"
	case f < 0:
		return "−" + s[1:]
	default:
		return "+" + s
	}
}
