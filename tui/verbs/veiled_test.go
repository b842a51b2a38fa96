package verbs

import (
	"reflect"
	"testing"
	"time"

	"bothways/journal"
	"bothways/store"
)

func TestVeiled(t *testing.T) {
	type part struct {
		Text  string
		State journal.State
	}
	type thing struct {
		Name, Text, Private string
		UID, PromptID       string
		At                  time.Time
		Tags                []string
		Part                *part
		Parts               []part
		Any                 any
		By                  map[string]part
		CheckIn             journal.CheckIn
		None                *part
	}
	read := func() thing {
		return thing{
			Name: "Ada Quill", Text: "Quill said\npriv: he leaves", Private: "words", UID: "7ada-quill", PromptID: "ada/quill", At: time.Unix(1, 0),
			Tags: []string{"Quill"}, Part: &part{"Quill", "Quill"}, Parts: []part{{"Quill", ""}}, Any: []string{"Quill"},
			By: map[string]part{"Quill": {"Quill", ""}}, CheckIn: journal.CheckIn{Needs: []string{"Quill"}},
		}
	}
	want := thing{
		Name: "A. Q.", Text: "Q. said\npriv: " + journal.Veiled, Private: journal.Veiled, UID: "7ada-quill", PromptID: "ada/quill", At: time.Unix(1, 0),
		Tags: []string{"Q."}, Part: &part{"Q.", "Quill"}, Parts: []part{{"Q.", ""}}, Any: []string{"Q."},
		By: map[string]part{"Quill": {"Q.", ""}}, CheckIn: journal.CheckIn{Needs: []string{"Quill"}},
	}
	from := read()
	if got := veiled(journal.NewVeil([]string{"Ada Quill"}), from); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if !reflect.DeepEqual(from, read()) {
		t.Errorf("what was read is now %+v", from)
	}
	if got := veiled(journal.Veil{}, from); !reflect.DeepEqual(got, read()) {
		t.Errorf("without a veil it is %+v", got)
	}
}

func TestVeiledTrash(t *testing.T) {
	what := store.Purgeable{Things: []journal.Trashed{
		{Kind: journal.TrashSession, Name: "Ada Quill", Text: "Quill came. - PRIV: he leaves with Quill"},
		{Kind: journal.TrashAnswer, Text: "private matters, privately"},
		{Kind: journal.TrashUndone, Text: "all of it"},
		{Kind: journal.TrashSession, Text: "``` so ``` priv: he leaves"},
	}}
	got := veiledTrash(journal.NewVeil([]string{"Ada Quill"}), what)
	for i, want := range []string{"Q. came. - PRIV: " + journal.Veiled, "private matters, privately", journal.Veiled, "``` so ``` priv: " + journal.Veiled} {
		if got.Things[i].Text != want {
			t.Errorf("it has %q, want %q", got.Things[i].Text, want)
		}
	}
	if what.Things[0].Name != "Ada Quill" || got.Things[0].Name != "A. Q." {
		t.Errorf("the names are %q and %q", what.Things[0].Name, got.Things[0].Name)
	}
}
