package journal

import "testing"

func TestCardValidate(t *testing.T) {
	table := func(columns ...CardColumn) *CardTable { return &CardTable{Columns: columns} }
	needs := CardColumn{Head: "Needs", Cells: []string{"creativity", "risk taking"}}
	ok := Card{ID: "a", Title: "A card", Body: []string{"Words.", "- an item"}}
	change := func(f func(*Card)) Card {
		c := ok
		f(&c)
		return c
	}
	tests := []struct {
		name string
		c    Card
		says string
	}{
		{"OK", ok, ""},
		{"OK table", change(func(c *Card) { c.Table = table(needs, CardColumn{Head: "Relations", Cells: []string{"trust"}}) }), ""},
		{"ErrID", change(func(c *Card) { c.ID = "" }), "an id and a title"},
		{"ErrTitle", change(func(c *Card) { c.Title = " " }), "an id and a title"},
		{"ErrNoWords", change(func(c *Card) { c.Body = nil }), "needs words"},
		{"ErrNoWords in one", change(func(c *Card) { c.Body = []string{"Words.", "\u200b"} }), "needs words"},
		{"ErrNoColumn", change(func(c *Card) { c.Table = table() }), "needs a column"},
		{"ErrNoHead", change(func(c *Card) { c.Table = table(needs, CardColumn{Cells: []string{"trust"}}) }), "a head and cells"},
		{"ErrNoCells", change(func(c *Card) { c.Table = table(CardColumn{Head: "Needs"}) }), "a head and cells"},
		{"ErrBlankCell", change(func(c *Card) { c.Table = table(CardColumn{Head: "Needs", Cells: []string{""}}) }), "a head and cells"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.c.Validate(), tt.says) })
	}
}
