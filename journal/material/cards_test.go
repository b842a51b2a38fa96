package material

import (
	"slices"
	"testing"

	"bothways/journal"
)

func TestCards(t *testing.T) {
	sets, cards := builtIn(t)
	questions := journal.Questions{Sets: sets}
	var ids []string
	for _, c := range cards {
		ids = append(ids, c.ID)
		if len(c.Prompts) < 2 || len(c.Prompts) > 5 {
			t.Errorf("%s goes with %d questions, want 2 to 5", c.ID, len(c.Prompts))
		}
		for i, id := range c.Prompts {
			if _, ok := questions.Prompt(id); !ok || slices.Contains(c.Prompts[:i], id) {
				t.Errorf("%s goes with %q, which is no question or stands there twice", c.ID, id)
			}
		}
		for _, source := range c.Sources {
			if source.Title() == string(source) {
				t.Errorf("%s is from %q", c.ID, source)
			}
		}
		letters := 0
		for _, b := range c.Body {
			letters += len(b)
		}
		if c.Title == "" || len(c.Sources) == 0 || letters < 300 || letters > 1000 {
			t.Errorf("%s: %q from %v has %d letters", c.ID, c.Title, c.Sources, letters)
		}
		if (c.Table != nil) != (c.ID == "needs-interventions-relations") {
			t.Errorf("%s: table %v", c.ID, c.Table)
		}
	}
	want := []string{
		"five-features", "reciprocal-yet-asymmetrical", "needs-interventions-relations", "critical-friend", "roles-of-a-mentor",
		"formal-and-informal", "choosing-a-mentor", "being-mentored-well", "career-and-psychosocial", "three-kinds", "listening-asking-advising",
	}
	if !slices.Equal(ids, want) {
		t.Errorf("cards are %q, want %q", ids, want)
	}
}

func TestCardsTable(t *testing.T) {
	_, cards := builtIn(t)
	i := slices.IndexFunc(cards, func(c journal.Card) bool { return c.Table != nil })
	heads := map[string]int{}
	for _, column := range cards[i].Table.Columns {
		for i, cell := range column.Cells {
			if cell == "" || slices.Index(column.Cells, cell) != i {
				t.Errorf("%s has %q", column.Head, column.Cells)
			}
		}
		heads[column.Head] = len(column.Cells)
	}
	if len(heads) != 3 || heads["Needs"] != 5 || heads["Interventions"] != len(journal.Interventions()) || heads["Relations"] != len(journal.Relations()) {
		t.Errorf("columns: %v", heads)
	}
}

func TestReadCard(t *testing.T) {
	c, said := readCard("card: A card\nid: a\nfrom: wim, OU\nask: x/y, x/z\n\nWords that\nwrap.\n\n- one\nand more\n- two\n\ncolumn: C\n- c\n- d\n")
	if len(said) > 0 {
		t.Fatal(said)
	}
	if !slices.Equal(c.Body, []string{"Words that wrap.", "- one and more", "- two"}) || c.Table == nil || !slices.Equal(c.Table.Columns[0].Cells, []string{"c", "d"}) ||
		!slices.Equal(c.Prompts, []string{"x/y", "x/z"}) || !slices.Equal(c.Sources, []journal.Source{journal.SourceWIM, journal.SourceOU}) {
		t.Errorf("%+v", c)
	}
	for _, tt := range []struct {
		name, text string
		line       int
	}{
		{"ErrTitle", "id: a\n\nwords", 0},
		{"ErrID", "card: a\n\nwords", 0},
		{"ErrEmpty", "", 0},
		{"ErrKey", "card: a\nid: a\nform: OU\n\nwords", 2},
		{"ErrTwice", "card: a\nid: a\nid: b\n\nwords", 2},
		{"ErrWords", "card: a\nid: a\nwords\n\nmore", 2},
		{"ErrNoWords", "card: a\nid: a", 0},
		{"ErrColumn", "card: a\nid: a\n\nwords\n\ncolumn: x\ncell", 5},
		{"ErrNoCells", "card: a\nid: a\n\nwords\n\ncolumn: x", 0},
		{"ErrBodyKey", "card: a\nid: a\n\nwords\n\nrole: x\nmore", 5},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, said := readCard(tt.text); len(said) != 1 || said[0].Line != tt.line {
				t.Errorf("got %+v, want one notice of line %d", said, tt.line)
			}
		})
	}
}
