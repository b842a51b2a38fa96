package journal

import "time"

// Agreement is what two people agreed on, as it stood from one day on. Every part is optional.
// Sources: "Mentoring: what is it, how it works" on contracting; "What is mentoring?" (Anthea) on
// what formal mentoring puts on paper.
type Agreement struct {
	ID             int64
	UID            string
	RelationshipID int64
	On             Date // agreed on; a later one takes its place, and this one stays readable

	ExpectMine   string // what I expect
	ExpectTheirs string // what they expect
	Confidence   string // what stays between us
	Boundaries   string
	Feedback     string // how we tell each other
	Often        string // how often, and how long each time
	Review       Rhythm // how often we look at it together; zero leaves it to the journal
	Ending       string // how it may end without blame
	UpdatedAt    time.Time
}

// IsZero reports whether no part says anything.
func (a Agreement) IsZero() bool {
	return a.ExpectMine == "" && a.ExpectTheirs == "" && a.Confidence == "" && a.Boundaries == "" &&
		a.Feedback == "" && a.Often == "" && a.Review.IsZero() && a.Ending == ""
}

// Part is one part of an agreement with the words it is called by.
type Part struct{ Title, Text string }

// Parts are the parts that say something, in the order they are read together. name is what the
// other side is called.
func (a Agreement) Parts(name string) []Part {
	review := ""
	if !a.Review.IsZero() {
		review = a.Review.String()
	}
	var out []Part
	for _, p := range []Part{
		{"What I expect", a.ExpectMine}, {"What " + name + " expects", a.ExpectTheirs},
		{"What stays between us", a.Confidence}, {"Where the limits are", a.Boundaries},
		{"How we tell each other", a.Feedback}, {"How often and how long", a.Often},
		{"When we look at it together", review}, {"How it may end", a.Ending},
	} {
		if p.Text != "" {
			out = append(out, p)
		}
	}
	return out
}

// Validate checks the rules of an agreement: one part that says something at least, and a rhythm of
// looking at it that can be kept.
func (a Agreement) Validate() error {
	if err := a.Review.Validate(); err != nil {
		return err
	}
	if a.Review.IsZero() && Blank(a.ExpectMine+a.ExpectTheirs+a.Confidence+a.Boundaries+a.Feedback+a.Often+a.Ending) {
		return Errorf(CodeInvalid, "An agreement needs a few words in one of its parts.")
	}
	return nil
}
