package material

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bothways/journal"
)

// wording is a text of a question as it once was: answers are kept with its language and version.
type wording struct {
	id, language string
	version      int
}

// wordings is the hash of every wording there ever was.
type wordings map[wording]string

func wordingsFile() string { return filepath.Join("testdata", "wordings.txt") }

func readWordings(text string) (wordings, error) {
	list := wordings{}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) != 4 || len(f[3]) != 2*sha256.Size {
			return nil, fmt.Errorf("a line is an id, a language, a version and a hash: %q", line)
		}
		version, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, err
		}
		w := wording{f[0], f[1], version}
		if _, twice := list[w]; twice {
			return nil, fmt.Errorf("%v is there twice", w)
		}
		list[w] = f[3]
	}
	return list, nil
}

func (list wordings) String() string {
	var b strings.Builder
	for _, w := range slices.SortedFunc(maps.Keys(list), func(a, b wording) int {
		if c := strings.Compare(a.id+" "+a.language, b.id+" "+b.language); c != 0 {
			return c
		}
		return a.version - b.version
	}) {
		fmt.Fprintf(&b, "%s %s %d %s\n", w.id, w.language, w.version, list[w])
	}
	return b.String()
}

// check compares the questions with the list, and returns the list with what is new in them. It
// never takes another text for a wording it has, nor a lower version than there was.
func (list wordings) check(sets []journal.PromptSet) (updated wordings, missing, wrong []string) {
	updated = maps.Clone(list)
	there := map[string]bool{}
	for _, s := range sets {
		for _, p := range s.Prompts {
			there[p.ID] = true
			w := wording{p.ID, p.Language, p.Version}
			sum := sha256.Sum256([]byte(p.Text))
			hash := hex.EncodeToString(sum[:])
			last := 0
			for old := range list {
				if old.id == p.ID && old.language == p.Language {
					last = max(last, old.version)
				}
			}
			switch was, known := list[w]; {
			case last > p.Version:
				wrong = append(wrong, fmt.Sprintf("%s had version %d and now has %d: a version only grows", p.ID, last, p.Version))
			case known && was != hash:
				wrong = append(wrong, fmt.Sprintf("%s has other words: raise its version to %d", p.ID, p.Version+1))
			case !known:
				missing = append(missing, fmt.Sprintf("%s version %d is not in the list: write it with -update", p.ID, p.Version))
				updated[w] = hash
			}
		}
	}
	for w := range list {
		if !there[w.id] {
			wrong = append(wrong, fmt.Sprintf("%s is gone: answers refer to it, so it stays", w.id))
		}
	}
	return updated, missing, wrong
}

func TestWordings(t *testing.T) {
	sets, _ := builtIn(t)
	text, err := os.ReadFile(wordingsFile())
	if err != nil && !(updating() && os.IsNotExist(err)) {
		t.Fatal(err)
	}
	list, err := readWordings(string(text))
	if err != nil {
		t.Fatal(err)
	}
	updated, missing, wrong := list.check(sets)
	for _, w := range wrong {
		t.Error(w)
	}
	if updating() && sourcesFolder() == "" {
		if err := os.WriteFile(wordingsFile(), []byte(updated.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, m := range missing {
		t.Error(m)
	}
	if len(wrong)+len(missing) == 0 && list.String() != string(text) {
		t.Error("the list is not in order")
	}
}

func TestWordingsCheck(t *testing.T) {
	set := func(text string, version int) []journal.PromptSet {
		return []journal.PromptSet{{Prompts: []journal.Prompt{{ID: "a/b", Text: text, Language: "en", Version: version}}}}
	}
	first, _, _ := wordings{}.check(set("One", 1))
	second, _, _ := first.check(set("Two", 2))
	for _, tt := range []struct {
		name           string
		list           wordings
		sets           []journal.PromptSet
		missing, wrong int
		grows          int
	}{
		{"OK", first, set("One", 1), 0, 0, 0},
		{"OK raised", second, set("Two", 2), 0, 0, 0},
		{"new", wordings{}, set("One", 1), 1, 0, 1},
		{"raised", first, set("Two", 2), 1, 0, 1},
		{"ErrOtherWords", first, set("Two", 1), 0, 1, 0},
		{"ErrOtherWords raised", second, set("Three", 2), 0, 1, 0},
		{"ErrLower", second, set("One", 1), 0, 1, 0},
		{"ErrGone", first, nil, 0, 1, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := tt.list.String()
			updated, missing, wrong := tt.list.check(tt.sets)
			if len(missing) != tt.missing || len(wrong) != tt.wrong || len(updated) != len(tt.list)+tt.grows {
				t.Errorf("missing %q, wrong %q, list grows by %d", missing, wrong, len(updated)-len(tt.list))
			}
			if !strings.HasPrefix(updated.String(), before) {
				t.Errorf("what was in the list changed:\n%s\n%s", before, updated)
			}
			if again, err := readWordings(updated.String()); err != nil || again.String() != updated.String() {
				t.Errorf("%v\n%s", err, again)
			}
		})
	}
}
