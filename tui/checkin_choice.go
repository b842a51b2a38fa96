package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// choiceRow is one of a few things, each with the digit that picks it. Having picked, one is done
// with the row.
type choiceRow struct {
	name    string
	asks    string
	span    string // which digits there are, said of one there is not
	options []choiceOption
	at      int    // the chosen one, -1 where unsaid
	must    bool   // it always says one of them
	signed  bool   // the options are numbers below and above nought
	sign    string // typed before the number
}

// choiceOption is what a digit stands for. A number stands for itself and needs no digit before it.
type choiceOption struct {
	digit, name string
	number      bool
}

func roleRow(role journal.Role) choiceRow {
	r := choiceRow{name: "my role", asks: "Which side you were on that day.", span: "1 to 3 pick a side.", must: true, at: slices.Index(journal.Roles(), role)}
	for i, role := range journal.Roles() {
		r.options = append(r.options, choiceOption{digit: strconv.Itoa(i + 1), name: role.Phrase()})
	}
	return r
}

func mediumRow(m journal.Medium) choiceRow {
	r := choiceRow{name: "by", asks: "How you talked.", span: "1 to 4 pick how you talked.", at: slices.Index(journal.Media(), m)}
	for i, m := range journal.Media() {
		r.options = append(r.options, choiceOption{digit: strconv.Itoa(i + 1), name: string(m)})
	}
	return r
}

func energyRow(energy *int) choiceRow {
	r := choiceRow{name: "energy", asks: "−2 drained you, +2 lit you up. Type the minus first.", span: "Energy goes from −2 to +2.", at: -1, signed: true}
	for n := journal.MinEnergy; n <= journal.MaxEnergy; n++ {
		r.options = append(r.options, choiceOption{digit: strconv.Itoa(n), name: wording.Energy(n), number: true})
	}
	if energy != nil {
		r.at = *energy - journal.MinEnergy
	}
	return r
}

func trustRow(trust int) choiceRow {
	r := choiceRow{name: "trust", asks: "How safe it felt to be open: 1 hardly, 5 wholly.", span: "Trust goes from 1 to 5.", at: -1}
	for n := journal.MinTrust; n <= journal.MaxTrust; n++ {
		r.options = append(r.options, choiceOption{digit: strconv.Itoa(n), name: strconv.Itoa(n), number: true})
	}
	if trust != 0 {
		r.at = trust - journal.MinTrust
	}
	return r
}

func (r *choiceRow) label() string { return r.name }
func (r *choiceRow) enter()        {}
func (r *choiceRow) said() bool    { return r.at >= 0 }

func (r *choiceRow) wrong() string {
	if r.sign != "" {
		return r.sign + " has no number yet: 1 or 2 for it, or backspace to leave " + r.name + " unsaid."
	}
	return ""
}

func (r *choiceRow) hint() string {
	if r.sign != "" {
		return r.sign + " and now the number: 1 or 2."
	}
	return r.asks
}

func (r *choiceRow) clear() {
	r.sign = ""
	if !r.must {
		r.at = -1
	}
}

func (r *choiceRow) key(k tea.KeyPressMsg) rowAnswer {
	sign := r.sign
	r.sign = ""
	switch name := k.String(); {
	case name == "right" || name == "l" || name == "space":
		r.step(1)
	case name == "left" || name == "h":
		r.step(-1)
	case r.signed && (k.Text == "-" || k.Text == "−"):
		r.sign = "−"
	case r.signed && k.Text == "+":
		r.sign = "+"
	case typesDigit(k):
		digit := k.Text
		if sign == "−" && digit != "0" {
			digit = "-" + digit
		}
		i := slices.IndexFunc(r.options, func(o choiceOption) bool { return o.digit == digit })
		if i < 0 {
			return rowAnswer{why: r.span}
		}
		r.at = i
		return rowAnswer{next: true}
	case k.Text != "":
		return rowAnswer{why: r.span}
	}
	return rowAnswer{}
}

// typesDigit reports whether a key types a digit.
func typesDigit(k tea.KeyPressMsg) bool {
	return len(k.Text) == 1 && k.Text[0] >= '0' && k.Text[0] <= '9'
}

// step chooses the next option or the one before, and nothing between the last and the first.
func (r *choiceRow) step(n int) {
	all, from := len(r.options)+1, r.at+1
	if r.must {
		all, from = len(r.options), r.at
	}
	r.at = (from + n + all) % all
	if !r.must {
		r.at--
	}
}

func (r *choiceRow) closed(t *theme.Theme, w int) string {
	if r.sign != "" {
		return t.Error.Render(widget.Cut(r.sign+" ?", w))
	}
	if r.at < 0 {
		return ""
	}
	return t.Text.Render(widget.Cut(r.options[r.at].name, w))
}

func (r *choiceRow) open(t *theme.Theme, w int) openRow {
	cells := make([]choiceCell, len(r.options))
	for i, o := range r.options {
		cells[i] = choiceCell{choiceOption: o, on: i == r.at, here: i == max(0, r.at)}
	}
	if inline := spreadChoices(cells, w-labelWidth-1); len(inline.rows) == 1 {
		return inline.beside(t, labelWidth+1)
	}
	return spreadChoices(cells, w-drawerMargin).under(t, r.closed(t, max(0, w-labelWidth-2)))
}
