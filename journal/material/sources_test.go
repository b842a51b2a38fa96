package material

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
)

// source is one of the five texts. They are not kept here, only a hash of every run of seven words
// in them: testdata/sources, written by
//
//	go test ./journal/material -run TestSources -update -sources DIR
type source struct {
	key  journal.Source
	file string // in the folder the texts are in
	runs int    // different runs of words in it
}

func sources() []source {
	return []source{
		{journal.SourceOTO, "000_b7cea490df2365c3.txt", 341},
		{journal.SourceWIM, "001_6f88659da524b922.txt", 1178},
		{journal.SourceINT, "002_da7809184a0854e6.txt", 296},
		{journal.SourceMFA, "003_f53278532c21e3fc.txt", 1524},
		{journal.SourceOU, "004_f63aa7a6da2e02a4.txt", 362},
	}
}

func (s source) list() string { return filepath.Join("testdata", "sources", string(s.key)+".txt") }

// hashes are those of the text itself, in order and each once.
func (s source) hashes(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(sourcesFolder(), s.file))
	if err != nil {
		t.Fatal(err)
	}
	return slices.Compact(slices.Sorted(slices.Values(shingles(string(text)))))
}

// kept are the hashes in testdata.
func (s source) kept(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(s.list())
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(text))
}

// TestSources checks the lists, against the texts as well where they are at hand.
func TestSources(t *testing.T) {
	for _, s := range sources() {
		t.Run(string(s.key), func(t *testing.T) {
			if sourcesFolder() != "" && updating() {
				if err := os.MkdirAll(filepath.Dir(s.list()), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(s.list(), []byte(strings.Join(s.hashes(t), "\n")+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			kept := s.kept(t)
			if len(kept) != s.runs || len(slices.Compact(slices.Clone(kept))) != s.runs || !slices.IsSorted(kept) {
				t.Errorf("%d hashes, want %d, sorted and each once", len(kept), s.runs)
			}
			for _, h := range kept {
				if len(h) != 16 || strings.Trim(h, "0123456789abcdef") != "" {
					t.Fatalf("%q is no hash", h)
				}
			}
			if sourcesFolder() != "" && !slices.Equal(kept, s.hashes(t)) {
				t.Errorf("the list is not that of the text; write it with -update")
			}
		})
	}
}

func sourceRuns(t *testing.T) map[string]string {
	t.Helper()
	list := map[string]string{}
	for _, s := range sources() {
		for _, h := range s.kept(t) {
			list[h] = string(s.key)
		}
	}
	return list
}

// TestOwnWords is that no seven words in a row are those of a source.
func TestOwnWords(t *testing.T) {
	list := sourceRuns(t)
	sets, cards := builtIn(t)
	all := texts(sets, cards)
	for _, s := range sets {
		all = append(all, label{s.ID + " head", s.Title + "\n" + s.About})
	}
	for _, c := range cards { // also across its paragraphs, where a sentence could have been cut up
		all = append(all, label{c.ID, c.Title + "\n" + strings.Join(c.Body, "\n") + "\n" + c.Note})
	}
	for _, l := range all {
		for _, words := range shared(l.text, list) {
			t.Errorf("%s has these words of %s", l.place, words)
		}
	}
}

// A check that finds nothing has to be seen to find something.
func TestOwnWordsBites(t *testing.T) {
	list := sourceRuns(t)
	const ours = "Seven grey geese can't cross a well-lit market-square before Zoë's breakfast, or so we heard."
	before := len(list)
	for _, h := range shingles(ours) {
		list[h] = "us"
	}
	if len(list) != before+11 || len(words(ours)) != 17 {
		t.Fatalf("%d runs of %d words were added", len(list)-before, len(words(ours)))
	}
	for _, tt := range []struct {
		name, text string
		runs       int
	}{
		{"OK six words", "grey geese can't cross a well", 0},
		{"OK one word in seven is another", "Seven grey geese can't cross a dim-lit market-square before Zoë's lunch, or so we heard.", 0},
		{"whole", ours, 11},
		{"first seven", "Seven grey geese can't cross a well", 1},
		{"last seven", "Not before Zoë's breakfast, or so we heard", 1},
		{"within others", "She says seven grey geese can't cross a well, which is news.", 1},
		{"case", "SEVEN GREY GEESE CAN'T CROSS A WELL", 1},
		{"accents", "square before zoe\u0308s breakfast or so we", 1},
		{"lines and punctuation", "“Seven, grey –\n- geese... (can’t)\r\n\tcross; a *well*”", 1},
		{"hyphens", "cross a well lit market square before", 1},
		{"dashes", "cross—a—well–lit—market—square—before", 1},
		{"apostrophes", "seven grey geese cant cross a well", 1},
		{"not to be seen", "se\u00adven grey ge\u200bese can't\u00a0cross a well", 1},
		{"wide letters", "ｓｅｖｅｎ grey geese can't cross a well", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := shared(tt.text, list); len(got) != tt.runs {
				t.Errorf("found %q, want %d", got, tt.runs)
			}
		})
	}
}
