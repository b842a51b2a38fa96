package verbs_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// TestReflectListContract reads the list as a script does: with the fields that were promised, and
// nothing in them that they cannot hold.
func TestReflectListContract(t *testing.T) {
	b := newBench(t)
	b.run(0, "reflect", "--list", "--json")
	var sets []struct {
		ID, Title string
		Prompts   []map[string]json.RawMessage
	}
	if err := json.NewDecoder(bytes.NewReader(b.out.Bytes())).Decode(&sets); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, set := range sets {
		if set.ID == "" || set.Title == "" || len(set.Prompts) == 0 {
			t.Errorf("set %+v", set)
		}
		for _, p := range set.Prompts {
			var prompt struct {
				id, text, role, moment string
				sources                []string
				seconds                *int
			}
			for field, into := range map[string]any{
				"id": &prompt.id, "text": &prompt.text, "role": &prompt.role, "moment": &prompt.moment,
				"sources": &prompt.sources, "seconds": &prompt.seconds,
			} {
				if p[field] == nil || json.Unmarshal(p[field], into) != nil {
					t.Errorf("%s has %q as its %s", p["id"], p[field], field)
				}
			}
			if prompt.id == "" || seen[prompt.id] || !strings.HasPrefix(prompt.id, set.ID+"/") {
				t.Errorf("an id is %q", prompt.id)
			}
			if prompt.text == "" || len(prompt.sources) == 0 || prompt.role == "" || prompt.moment == "" || prompt.seconds != nil && *prompt.seconds <= 0 {
				t.Errorf("got %+v", prompt)
			}
			seen[prompt.id] = true
		}
	}
	if len(sets) != 12 || len(seen) < 60 {
		t.Errorf("got %d questions in %d sets", len(seen), len(sets))
	}
}

// TestHidden hides questions: they are left out of what is listed and completed, and are there still
// for whoever asks for them.
func TestHidden(t *testing.T) {
	b := newBench(t)
	b.keep("We talked.", "Sam T.", "--role", "mentor")
	s := b.open()
	hide := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	hide(s.HideSet(t.Context(), "choosing", true))
	hide(s.HidePrompt(t.Context(), "meaning/sentence", true))
	lists := func(want bool, line string, args ...string) {
		t.Helper()
		b.run(0, args...)
		if strings.Contains("\n"+b.out.String(), "\n"+line) != want {
			t.Errorf("%q: %q is there: %v", args, line, !want)
		}
	}
	lists(false, "  meaning/sentence", "reflect", "--list")
	lists(false, "  meaning/sentence", "reflect", "--list", "meaning")
	lists(false, "  choosing/", "reflect", "--list")
	lists(true, "  meaning/sentence · hidden\n", "reflect", "--list", "--all")
	lists(true, "  meaning/sentence · hidden\n", "reflect", "--list", "meaning", "--all")
	lists(true, "  meaning/sentence · hidden\n", "reflect", "--list", "meaning/sentence")
	lists(true, "  choosing/", "reflect", "--list", "choosing")
	lists(false, "meaning/sentence", "__complete", "reflect", "meaning/")
	lists(false, "choosing", "__complete", "reflect", "")
	b.run(0, "reflect", "meaning/sentence")
	if got := b.start(); got.PromptID != "meaning/sentence" {
		t.Errorf("got %+v", got)
	}
	q, err := s.Questions(t.Context())
	hide(err)
	for _, set := range q.Sets {
		hide(s.HideSet(t.Context(), set.ID, true))
	}
	lists(true, "Every question is hidden; --all lists them.\n", "reflect", "--list")
	lists(true, "[]\n", "reflect", "--list", "--json")
	lists(true, "\"prompt\":null\n", "prepare", "sam", "--json")
	lists(false, "TO GO IN WITH", "prepare", "sam")
}
