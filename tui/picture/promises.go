package picture

import (
	"fmt"
	"strings"

	"bothways/journal"
	"bothways/tui/chart"
	"bothways/tui/wording"
)

// promiseLine is one line of the picture.
type promiseLine struct {
	label string
	n     int
	part  []chart.Part
	pick  journal.Pick
	says  string
}

// promises is what became of what each side said they would do.
func promises(in journal.Insights) Picture {
	p := Picture{ID: "actions", Title: "What became of actions"}
	if n := in.Mine.All() + in.Theirs.All(); n < journal.LeastPromises {
		p.Sentence, p.More = tooLittle(n, "action", "actions"), "A line “- [ ] …” in a note becomes one."
		return p
	}
	p.Sentence = promised("You", in.Mine) + " " + promised("They", in.Theirs)
	p.Legend = []chart.Cell{{Text: chart.Full, As: chart.Up}, {Text: " never carried over · ", As: chart.Aside}, {Text: chart.Light, As: chart.Down}, {Text: " carried over", As: chart.Aside}}
	lines := append(promiseLines("you", in.Mine, in.Period.Days), promiseLines("they", in.Theirs, in.Period.Days)...)
	p.Rows, p.Cols = len(lines), 1
	most := 0
	for _, l := range lines {
		most = max(most, l.n)
	}
	p.draw = func(w, _ int, at Spot, on bool) []chart.Row {
		drawn := make([]chart.Line, len(lines))
		for i, l := range lines {
			drawn[i] = chart.Line{Label: l.label, Value: number(l.n)}
		}
		room := min(50, chart.Room(drawn, w, 0))
		for i, l := range lines {
			drawn[i].Drawn = chart.Bar(l.part, most, room)
		}
		return chart.Lines(drawn, w, chosenRow(at, on))
	}
	p.part = func(at Spot) Part {
		l := lines[at.Row]
		return Part{l.says, l.n, l.pick}
	}
	return p
}

// promised is what one side said, in words.
func promised(who string, p journal.Promises) string {
	if p.All() == 0 {
		return "There is nothing " + strings.ToLower(who) + " said would be done."
	}
	s := fmt.Sprintf("%s said %s would be done: %s kept, %s dropped, %s open", who, wording.Counted(p.All(), "thing", "things"), number(p.Kept), number(p.Dropped), number(p.Open))
	if n := p.Carried(); n > 0 {
		s += "; " + wording.Count(n) + " carried over at least once"
	}
	return s + "."
}

// promiseLines are the lines of one side.
func promiseLines(who string, p journal.Promises, days journal.Days) []promiseLine {
	line := func(word string, n, carried int, state journal.ActionState) promiseLine {
		return promiseLine{
			label: who + ": " + word, n: n,
			part: []chart.Part{{N: n - carried, Fill: chart.Full, As: chart.Up}, {N: carried, Fill: chart.Light, As: chart.Down}},
			pick: journal.Pick{Of: journal.PickActions, Days: days, Owner: p.Owner, State: state},
			says: fmt.Sprintf("%s: %s %s, %s of them carried over", who, number(n), word, number(carried)),
		}
	}
	carried := promiseLine{
		label: who + ": carried over", n: p.Carried(), part: []chart.Part{{N: p.Carried(), Fill: chart.Light, As: chart.Down}},
		pick: journal.Pick{Of: journal.PickActions, Days: days, Owner: p.Owner, Carried: true},
		says: fmt.Sprintf("%s: %s carried over at least once, whatever became of them", who, number(p.Carried())),
	}
	return []promiseLine{
		line("kept", p.Kept, p.KeptCarried, journal.ActionDone),
		line("dropped", p.Dropped, p.DroppedCarried, journal.ActionDropped),
		line("open", p.Open, p.OpenCarried, journal.ActionOpen),
		carried,
	}
}
