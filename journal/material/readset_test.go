package material

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"bothways/journal"
)

// own is a question of a person's own set, with what it is where nothing says otherwise.
func own(text string, change ...func(*journal.Prompt)) journal.Prompt {
	p := journal.Prompt{Text: text, Role: journal.ForEither, Moment: journal.MomentAlone, Version: 1}
	for _, f := range change {
		f(&p)
	}
	return p
}

// readSet reads a file of one set.
func readSet(t *testing.T, text string) (journal.PromptSet, []journal.Notice, int) {
	t.Helper()
	sets, said, leftOut := ReadSets(text)
	switch len(sets) {
	case 0:
		return journal.PromptSet{}, said, leftOut
	case 1:
		return sets[0], said, leftOut
	}
	t.Fatalf("%d sets: %+v", len(sets), sets)
	return journal.PromptSet{}, nil, 0
}

func TestReadSet(t *testing.T) {
	full := own("Who was there?\nBring them back.", func(p *journal.Prompt) {
		p.ID, p.SetID, p.Sources, p.Role, p.Moment = "mine/who", "mine", []journal.Source{"MFA", "A poem"}, journal.ForMentor, journal.MomentReview
		p.Seconds, p.Version, p.Language = 45, 3, "de-CH"
	})
	var twoHead []journal.Prompt
	for _, text := range []string{"One?", "Two?"} {
		twoHead = append(twoHead, own(text, func(p *journal.Prompt) { p.Role, p.Moment = journal.ForMentee, journal.MomentBefore }))
	}
	two := []journal.Prompt{own("One?"), own("Two?")}
	tests := []struct {
		name, text string
		want       journal.PromptSet
	}{
		{"OK least", "set: Mine\n\nOne?\n\nTwo?", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK line ends", "set: Mine\r\n\r\nOne?\r\n\r\nTwo?\r\n", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK old line ends", "set: Mine\r\rOne?\r\rTwo?\r", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK byte order mark", "\ufeffset: Mine\n\nOne?\n\nTwo?", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK blanks", "\n \t\nset: Mine  \n\u200b\n\n\n  One? \n \nTwo?\u00a0\n\n\n", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK notes", "# mine\nset: Mine\n# a\n\n# b\n\n# c\nOne?\n#d\n\nTwo?\n# e", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK capitals", "Set: Mine\nROLE: Mentee\nMoment : BEFORE\n\nOne?\n\nTwo?", journal.PromptSet{Title: "Mine", Prompts: twoHead}},
		{
			"OK all", "set: Mine\nid: mine\nabout: Of mine: all.\nrole: mentee\nmoment: before\nlanguage: de-CH\n\n" +
				"id: mine/who\nfrom: mfa, A poem,\nrole: mentor\nmoment: review\ntime: 45 s\nversion: 3\nWho was there?\nBring them back.",
			journal.PromptSet{ID: "mine", Title: "Mine", About: "Of mine: all.", Prompts: []journal.Prompt{full}},
		},
		{"OK keys left empty", "set: Mine\nid:\nabout:\nrole:\n\nid:\ntime:\nfrom:\nOne?\n\nTwo?", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK words with a colon", "set: Mine\n\nTomorrow: who?\n\nhttp://example.org tells what?\n\nTo whom: her?", journal.PromptSet{
			Title: "Mine", Prompts: []journal.Prompt{own("Tomorrow: who?"), own("http://example.org tells what?"), own("To whom: her?")},
		}},
		{"OK words below words", "set: Mine\n\nWho?\nabout: her?\nid:x", journal.PromptSet{Title: "Mine", Prompts: []journal.Prompt{own("Who?\nabout: her?\nid:x")}}},
		{"OK the same twice", "set: Mine\nset: Mine\nrole:\nrole: mentee\nmoment: before\n\ntime:\nOne?\n\nid:\nTwo?", journal.PromptSet{Title: "Mine", Prompts: twoHead}},
		{"OK no time", "set: Mine\n\ntime: none\nOne?\n\ntime: 0 s\nTwo?", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK other scripts", "set: 問い\n\nだれ？\n\n今日：何？", journal.PromptSet{Title: "問い", Prompts: []journal.Prompt{own("だれ？"), own("今日：何？")}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, said, leftOut := readSet(t, tt.text); len(said) > 0 || leftOut > 0 || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %+v, %+v\nwant %+v", got, said, tt.want)
			}
		})
	}
}

// TestReadSetNotices reads a question with a mistake in it between two without: it is kept as far as
// that is right, and what became of it is told.
func TestReadSetNotices(t *testing.T) {
	const head = "set: Mine\nid: mine\nrole: mentee\n\nFirst?\n\n" // six lines; what follows begins on line 7, counted from 1
	tests := []struct {
		name, text string
		line       int    // counted from 0
		says       string // all of it but "Line 7: "
		kept       string // the words of the question, "" where it is left out
	}{
		{"ErrKey slip", head + "tiem: 30 seconds\nWho?", 6, "“tiem” is not something a question has; perhaps you mean “time”. The question was taken in without it.", "Who?"},
		{"ErrKey slip with a capital", head + "Tmie: 30 seconds\nWho?", 6, "“tmie” is not something a question has; perhaps you mean “time”. The question was taken in without it.", "Who?"},
		{"ErrKey slip of from", head + "form: MFA\nWho?", 6, "“form” is not something a question has; perhaps you mean “from”. The question was taken in without it.", "Who?"},
		{"ErrKey or words", head + "remember: who?\nAnd when?", 6, "“remember” is not something a question has (id, from, role, moment, time or version), so this line was taken as words of the question.", "remember: who?\nAnd when?"},
		{"ErrKey or words like a slip", head + "rule: whose was it?\nAnd when?", 6, "“rule” is not something a question has (id, from, role, moment, time or version), so this line was taken as words of the question.", "rule: whose was it?\nAnd when?"},
		{"ErrKey or words and no more", head + "whom: do you mean?", 6, "“whom” is not something a question has (id, from, role, moment, time or version), so this line was taken as words of the question.", "whom: do you mean?"},
		{"ErrKey among keys", head + "time: 30 s\nlength: 3\nversion: 2\nWho?", 7, "“length” is not something a question has (id, from, role, moment, time or version), so this line was taken as words of the question.", "length: 3\nWho?"},
		{"ErrHeadKey", head + "about: mine\nWho?", 6, "“about” belongs to the first lines of a set, so this line was taken as words of the question.", "about: mine\nWho?"},
		{"ErrKey below words", head + "Who?\nrole: mentor", 7, "“role” stands below the words of a question, so this line was taken as words as well; where a new one begins, put an empty line above it.", "Who?\nrole: mentor"},
		{"ErrKey below words, the next question", head + "Who?\nID: mine/new\nWhen?", 7, "“id” stands below the words of a question, so this line was taken as words as well; where a new one begins, put an empty line above it.", "Who?\nID: mine/new\nWhen?"},
		{"ErrKey below words, the next set", head + "Who?\nset: Other", 7, "“set” stands below the words of a question, so this line was taken as words as well; where a new one begins, put an empty line above it.", "Who?\nset: Other"},
		{"ErrTime", head + "time: soonish\nWho?", 6, "“soonish” is not a time such as 30 seconds or 3 minutes; the question was taken in without one.", "Who?"},
		{"ErrTime no unit", head + "time: 30\nWho?", 6, "“30” is not a time such as 30 seconds or 3 minutes; the question was taken in without one.", "Who?"},
		{"ErrTime too long", head + "time: 2 hours\nWho?", 6, "“2 hours” is more than the hour a question may have; the question was taken in without a time.", "Who?"},
		{"ErrRole", head + "role: boss\nWho?", 6, "“boss” is not whom a question is for (mentor, mentee or either); the question was taken in for mentee.", "Who?"},
		{"ErrMoment", head + "moment: noon\nWho?", 6, "“noon” is not a moment (alone, choosing, before, after, review or ending); the question was taken in for alone.", "Who?"},
		{"ErrVersion", head + "version: two\nWho?", 6, "“two” is not a version, which is a number from 1 on; the question was taken in without one.", "Who?"},
		{"ErrVersion none", head + "version: 0\nWho?", 6, "“0” is not a version, which is a number from 1 on; the question was taken in without one.", "Who?"},
		{"ErrTwice", head + "version: 1\nversion: 4\nWho?", 7, "“version” stands here twice; the first one counts.", "Who?"},
		{"ErrUTF8 value", head + "from: \xff\nWho?", 6, "this is not UTF-8 text, so the question was taken in without it; type the line anew and save the file as UTF-8.", "Who?"},
		{"ErrID", head + "id: a b\nWho?", 6, "“a b” cannot be an id, so this question was left out; use letters, digits, hyphens and slashes.", ""},
		{"ErrID control", head + "id: a\x1b[31m\nWho?", 6, "“a\x1b[31m” cannot be an id, so this question was left out; use letters, digits, hyphens and slashes.", ""},
		{"ErrID UTF8", head + "id: a\xff\nWho?", 6, "this id is not UTF-8 text, so this question was left out; type the line anew and save the file as UTF-8.", ""},
		{"ErrID two", head + "id: mine/a\nid: mine/b\nWho?", 7, "“id” stands here twice, so this question was left out; leave one of them.", ""},
		{"ErrID taken", head + "id: mine/1\nWhen?\n\nid: mine/1\nWho?", 9, "the id mine/1 is taken by the question in line 7, so this one was left out; give it another.", ""},
		{"ErrNoWords", head + "time: 3 s", 6, "this question has no words, so it was left out; write them right below, without an empty line between.", ""},
		{"ErrUTF8", head + "Who\xff?", 6, "this question is not UTF-8 text, so it was left out; type it anew and save the file as UTF-8.", ""},
		{"ErrTooLong", head + strings.Repeat("x", journal.MaxPromptText+1), 6, "A question has room for 2000 characters; this one is longer. It was left out.", ""},
		{"ErrLongValue", head + "time: " + strings.Repeat("é", 3000) + "\nWho?", 6, "“" + strings.Repeat("é", 40) + "…” is not a time such as 30 seconds or 3 minutes; the question was taken in without one.", "Who?"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set, said, leftOut := readSet(t, tt.text+"\n\nid: mine/last\nLast of all?")
			if len(said) != 1 || said[0].Line != tt.line || said[0].Text != fmt.Sprintf("Line %d: %s", tt.line+1, tt.says) {
				t.Errorf("got %+v, want one of line %d: %s", said, tt.line+1, tt.says)
			}
			n := len(set.Prompts)
			if set.Title != "Mine" || n < 2 || set.Prompts[0].Text != "First?" || set.Prompts[n-1].ID != "mine/last" {
				t.Fatalf("the others are not all kept: %+v", set)
			}
			if (leftOut == 0) != (tt.kept != "") || leftOut > 1 {
				t.Errorf("%d are left out", leftOut)
			}
			kept := set.Prompts[n-2]
			if tt.kept == "" {
				if strings.HasPrefix(kept.Text, "Who") {
					t.Errorf("%+v is kept", kept)
				}
				return
			}
			if kept.Text != tt.kept || kept.Role != journal.ForMentee || kept.Moment != journal.MomentAlone || kept.Sources != nil {
				t.Errorf("kept is %+v", kept)
			}
		})
	}
}

// What stands beside a line that cannot be read is read all the same.
func TestReadSetBeside(t *testing.T) {
	set, _, _ := readSet(t, "set: Mine\n\ntime: soonish\nlength: 3\nrole: mentor\ntiem: 3 s\nversion: 4\nmoment: review\nWho?")
	want := own("length: 3\nWho?", func(p *journal.Prompt) { p.Role, p.Moment, p.Version = journal.ForMentor, journal.MomentReview, 4 })
	if len(set.Prompts) != 1 || !reflect.DeepEqual(set.Prompts[0], want) {
		t.Errorf("got %+v, want %+v", set.Prompts, want)
	}
}

func TestReadSetHead(t *testing.T) {
	tests := []struct {
		name, text string
		line       int // of the only notice
		says       string
		title      string
		prompts    int
		leftOut    int
	}{
		{"ErrTitle", "One?\n\nTwo?", 0, "Line 1: the file begins with the title", "", 0, 2},
		{"ErrTitle empty", "set:\n\nOne?", 0, "Line 1: “set” has no title", "", 0, 1},
		{"ErrTitle UTF8", "set: \xff\n\nOne?", 0, "not UTF-8", "", 0, 1},
		{"ErrNoQuestion", "set: Mine\n", -1, "There is no question in this file", "Mine", 0, 0},
		{"ErrKey", "set: Mine\nrule: mentor\n\nOne?", 1, "“rule” is not something a set has", "Mine", 1, 0},
		{"ErrRole", "set: Mine\nrole: boss\n\nOne?", 1, "where they do not say so themselves, the questions were taken in for either.", "Mine", 1, 0},
		{"ErrMoment", "set: Mine\nmoment: noon\n\nOne?", 1, "where they do not say so themselves, the questions were taken in for alone.", "Mine", 1, 0},
		{"ErrLanguage", "set: Mine\nlanguage: Swiss German\n\nOne?", 1, "is not a language", "Mine", 1, 0},
		{"ErrID", "set: Mine\nid: my set\n\nOne?", 1, "The set was taken in without one.", "Mine", 1, 0},
		{"ErrTwice", "set: Mine\nset: Yours\n\nOne?", 1, "stands here twice; the first one counts", "Mine", 1, 0},
		{"ErrWords", "set: Mine\nabout: A\nOne?\n\nTwo?", 2, "Line 3: a question stands on its own, below an empty line; this one was taken in all the same.", "Mine", 2, 0},
		{"ErrSameID", "set: Mine\n\nid: a\nOne?\n\nid: a\nTwo?", 5, "Line 6: the id a is taken by the question in line 3", "Mine", 1, 1},
		{"ErrUTF16", "\xff\xfes\x00e\x00t\x00", -1, "not UTF-8", "", 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set, said, leftOut := readSet(t, tt.text)
			if len(said) != 1 || said[0].Line != tt.line || !strings.Contains(said[0].Text, tt.says) {
				t.Errorf("got %+v, want one of line %d with %q", said, tt.line, tt.says)
			}
			if set.Title != tt.title || len(set.Prompts) != tt.prompts || leftOut != tt.leftOut {
				t.Errorf("got %+v, and %d left out", set, leftOut)
			}
		})
	}
}

// Several mistakes are told in the order of their lines, all of them.
func TestReadSetAll(t *testing.T) {
	set, said, leftOut := readSet(t, "set: Mine\n\ntime: never\nrole: boss\nOne?\n\nTwo?\n\nid: x y\nThree?\n\nid: ü/1\nFour?")
	if len(said) != 3 || said[0].Line != 2 || said[1].Line != 3 || said[2].Line != 8 || leftOut != 1 {
		t.Errorf("got %+v, and %d left out", said, leftOut)
	}
	if len(set.Prompts) != 3 || set.Prompts[1].Text != "Two?" || set.Prompts[2].ID != "ü/1" {
		t.Errorf("got %+v", set.Prompts)
	}
}

func TestReadSets(t *testing.T) {
	t.Run("each has its own", func(t *testing.T) {
		sets, said, leftOut := ReadSets("set: Mine\nid: mine\nrole: mentor\n\nid: mine/1\nOne?\n\n# the other\nid: yours\nset: Yours\nmoment: review\n\nTwo?\n\nThree?")
		first := own("One?", func(p *journal.Prompt) { p.ID, p.SetID, p.Role = "mine/1", "mine", journal.ForMentor })
		yours := func(p *journal.Prompt) { p.SetID, p.Moment = "yours", journal.MomentReview }
		want := []journal.PromptSet{
			{ID: "mine", Title: "Mine", Prompts: []journal.Prompt{first}},
			{ID: "yours", Title: "Yours", Prompts: []journal.Prompt{own("Two?", yours), own("Three?", yours)}},
		}
		if len(said) > 0 || leftOut > 0 || !reflect.DeepEqual(sets, want) {
			t.Errorf("got %+v, %+v, %d left out\nwant %+v", sets, said, leftOut, want)
		}
	})
	t.Run("ErrTitle", func(t *testing.T) {
		sets, said, leftOut := ReadSets("Zero?\n\nset: Mine\n\nOne?\n\nset:\n\nTwo?\n\nThree?")
		if len(sets) != 1 || sets[0].Title != "Mine" || len(sets[0].Prompts) != 1 || leftOut != 3 || len(said) != 2 || said[0].Line != 0 || said[1].Line != 6 {
			t.Errorf("got %+v, %+v, %d left out", sets, said, leftOut)
		}
	})
	t.Run("ErrSameID of another set", func(t *testing.T) {
		sets, said, leftOut := ReadSets("set: Mine\n\nid: a\nOne?\n\nset: Yours\n\nid: a\nTwo?\n\nThree?")
		if len(sets) != 2 || len(sets[1].Prompts) != 1 || leftOut != 1 || len(said) != 1 || said[0].Line != 7 {
			t.Errorf("got %+v, %+v, %d left out", sets, said, leftOut)
		}
	})
}

func TestSlip(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"time", "time", true}, {"tiem", "time", true}, {"tim", "time", true}, {"timer", "time", true}, {"tame", "time", true}, {"itme", "time", true},
		{"emit", "time", false}, {"tam", "time", false}, {"", "id", false}, {"i", "id", true}, {"rôle", "role", true}, {"tomorrow", "moment", false},
	} {
		if got := slip(tt.a, tt.b); got != tt.want || slip(tt.b, tt.a) != got {
			t.Errorf("slip(%q, %q) = %t", tt.a, tt.b, got)
		}
	}
}

func FuzzReadSet(f *testing.F) {
	entries, err := fs.Glob(files, "*/*.txt")
	if err != nil || len(entries) == 0 {
		f.Fatal(entries, err)
	}
	for _, name := range entries {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, s := range []string{
		"", "\n", ":", "#", "set:", "set: a\n\nid: b", "\ufeff\r\n\r", "set: a\n\ntime: 1 s\n\n:", "set: a\r\rtiem: 3\rx\r", "\xff\xfe", "set: \xff\n\n\xff: \xff",
		"set: a\n\nid: x\nq\n\nid: x\nq\n\nversion: 99999999999999999999\nq", "İ: x\n\nset: a", "set: a\n\n" + strings.Repeat("x", journal.MaxPromptText+1),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sets, said, leftOut := ReadSets(text)
		lines := strings.Count(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
		for i, n := range said {
			if n.Line < -1 || n.Line > lines || n.Text == "" || !utf8.ValidString(n.Text) || len(n.Text) > 400 {
				t.Fatalf("notice %+v in %d lines", n, lines+1)
			}
			if i > 0 && n.Line < said[i-1].Line {
				t.Fatalf("notices are not in order: %+v", said)
			}
		}
		if (len(sets) == 0 || leftOut > 0) && len(said) == 0 {
			t.Fatalf("nothing is said of %+v, %d left out", sets, leftOut)
		}
		seen := map[string]bool{}
		for _, set := range sets {
			if set.Title == "" {
				t.Fatalf("no title: %+v", set)
			}
			for _, p := range set.Prompts {
				if err := p.Validate(); err != nil || !utf8.ValidString(p.Text) || p.Version < 1 || p.SetID != set.ID || p.ID != "" && seen[p.ID] {
					t.Fatalf("%+v, %v", p, err)
				}
				seen[p.ID] = true
				// A question is read back from its own words.
				again, told, _ := ReadSets("set: x\n\nid: x\n" + p.Text)
				if strings.Contains("\n"+p.Text, "\n#") {
					continue // there were spaces before it; now it is a note
				}
				if len(again) != 1 || len(again[0].Prompts) != 1 || again[0].Prompts[0].Text != p.Text {
					t.Fatalf("%q is read back as %+v, %+v", p.Text, again, told)
				}
			}
		}
	})
}
