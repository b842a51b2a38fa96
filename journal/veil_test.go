package journal_test

import (
	"strings"
	"testing"
	"unicode"

	"bothways/journal"
)

func TestVeilWords(t *testing.T) {
	tests := []struct{ name, names, text, want string }{
		{"name", "Priya Natarajan", "Priya Natarajan and Priya talked", "P. N. and P. talked"},
		{"lower case", "Priya Natarajan", "call priya, PRIYA or @priya", "call P., P. or @P."},
		{"possessive", "Priya", "Priya's view, priya’s and Priyas", "P.'s view, P.’s and P.s"},
		{"accents", "Zoë Müller", "zoe, ZOË, Muller and Mu\u0308ller", "Z., Z., M. and M."},
		{"apostrophe", "Liam O'Brien", "O'Brien, o’brien and Brien's", "O., O. and B.'s"},
		{"hyphen", "Anne-Marie Roy", "Anne-Marie, Anne and marie", "A., A. and M."},
		{"half a hyphen", "Anne Roy", "Anne-Sophie, not Annette", "A.-Sophie, not Annette"},
		{"common words", "Will May|Mark Rose", "Will will mark what May may have; Rose rose", "W. will mark what M. may have; R. rose"},
		{"months", "May Lin", "12 May with May, May 2026", "12 May with M., May 2026"},
		{"mentions", "Al Will", "@al and @will will", "@A. and @W. will"},
		{"dates", "Sun Wei|May Field|Nov Mai|Saturday Sat", "Sun 15 Nov, Sat Nov 21, LAST TIME, SUN 15 NOV, May'26, Saturday November 21; Sun in May", "Sun 15 Nov, Sat Nov 21, LAST TIME, SUN 15 NOV, May'26, Saturday November 21; S. in M."},
		{"how often", "Sun Wei|May Field", "Sun 3 times said no, May 12 times; Sun 3, Sun 3  times, Sun 22 we met", "S. 3 times said no, M. 12 times; Sun 3, Sun 3  times, Sun 22 we met"},
		{"heads of months", "May Field|Nov Mai", "Apr  May  Jun  Oct  Nov   May  Sam", "Apr  May  Jun  Oct  Nov   M.  Sam"},
		{"words of the program", "Name Note", "Discreet: names are initials; a note. Name", "Discreet: names are initials; a note. N."},
		{"numbers", "Intern 10|R2 D2|42", "Intern 10 in 10 days, 42", "I. 10 in 10 days, ·"},
		{"upper case", "Will Ford", "WILL SAID", "W. SAID"},
		{"particles", "Ana de la Cruz", "de la Cruz of La Paz", "de la C. of La Paz"},
		{"particles as names", "Al Kowalski|Di|Van Tran|Bin Li|Des Le|Den Ten|Da", "Al, Di and Van; Bin with Des Le, Den Ten: Da", "A., D. and V.; B. with D. L., D. T.: D."},
		{"particles in prose", "Al Van Sun|Di|Bin Li|Omar al-Amin", "al dente, di nuovo, a van in the bin; al-Amin, Al", "al dente, di nuovo, a van in the bin; A., A."},
		{"capital particles", "Al Van Sun|Ana De Silva|Bob The Builder", "Van of Sun, De Silva. The Builder", "V. of S., D. S. The B."},
		{"one letter", "J Ng", "J and Ng, a plan B", "J and N., a plan B"},
		{"chinese", "李明", "和李明谈话", "和李.谈话"},
		{"chinese apart", "李 明|王", "和李明谈话 王道", "和李.谈话 王道"},
		{"japanese", "山田 太郎", "山田さんは太郎に", "山.さんは太.に"},
		{"korean", "김민수", "김민수가 말했다", "김.가 말했다"},
		{"arabic", "بريا", "وبريا قالت", "وب. قالت"},
		{"cyrillic", "Ольга", "ольга и Ольга", "О. и О."},
		{"no word", "R2D2|☀☀", "with R2D2 under ☀☀", "with R. under ·"},
		{"part of a word", "Sam", "the same Samba", "the same Samba"},
		{"mail", "Priya", "write to pnatar@example.org.", "write to ·····."},
		{"phone", "Priya", "+44 20 7946 0958 or 020/79460958 on 2026-12-01 at 14:30, 40,000 words", "····· or ····· on 2026-12-01 at 14:30, 40,000 words"},
		{"confided", "Priya", "one\n  - PRIV : Priya leaves\r\n* priv: so\ntwo\n", "one\n  - PRIV : ·····\r\n* priv: ·····\ntwo\n"},
		{"confided behind marks", "Priya", "- [ ] @priya priv: tell nobody\ngave: priv: so\n- [x] priv: so\nask!: priv: so\n> “priv: so”\n…priv: so\nPriya said priv : so", "- [ ] @P. priv: ·····\ngave: priv: ·····\n- [x] priv: ·····\nask!: priv: ·····\n> “priv: ·····\n…priv: ·····\nP. said priv : ·····"},
		{"not confided", "Priya", "deprived: so, dépriv: so, 2priv: so", "deprived: so, dépriv: so, 2priv: so"},
		{"confided in code", "Priya", "```\npriv: Priya\n```\npriv: x", "```\npriv: P.\n```\npriv: ·····"},
		{"end of a sentence", "Priya", "about Priya. Priya... so", "about P. P.... so"},
		{"ending", "Priya|Norma|Tom", "Priyan, Priyalle, Normal, normal, Tomb", "P., Priyalle, N., normal, Tomb"},
		{"nothing confided", "Priya", "priv:\nprivate: x", "priv:\nprivate: x"},
		{"not text", "\xff\xfe|", "a\xffb", "a\xffb"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := journal.NewVeil(strings.Split(test.names, "|"))
			if got := v.Words(test.text); got != test.want {
				t.Errorf("Words(%q) = %q, want %q", test.text, got, test.want)
			}
		})
	}
}

func TestVeilName(t *testing.T) {
	v := journal.NewVeil(nil)
	for name, want := range map[string]string{
		"Priya Natarajan": "P. N.", "anne-marie roy": "A. R.", "李明": "李.", "  ": "  ", "": "", "42": journal.Veiled, "☀": journal.Veiled, "Éa": "É.",
	} {
		if got := v.Name(name); got != want {
			t.Errorf("Name(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestVeilOff(t *testing.T) {
	var v journal.Veil
	const text = "Priya\npriv: leaves +44 20 7946 0958"
	if v.On() || v.Words(text) != text || v.Name("Priya") != "Priya" || v.Private(text) != text || v.Hidden(text) != nil {
		t.Error("the zero Veil hides something")
	}
}

func FuzzVeil(f *testing.F) {
	f.Add("Priya Natarajan", "with Priya's friend\npriv: leaves")
	f.Add("O'Brien Anne-Marie", "o’brien, anne-marie")
	f.Add("李明", "和李明谈话")
	f.Add("R2D2 ☀☀", "R2D2 ☀☀☀")
	f.Add("İi ſs", "+1 a@b.c\xff İi")
	f.Add("山田太郎 (work)", "山\u200b田さん (020) 7946 0958 05.11.2026 14:30")
	f.Add("Dr. Στέλιος Groß", "ΣΤΕΛΙΟΥ, GROSS, Gro\u00adß #StéliosGroß")
	f.Add("ヤマダ㍿", "ﾔﾏﾀﾞ㍿さん가나\u1100\u1161")
	f.Fuzz(func(t *testing.T, name, text string) {
		v := journal.NewVeil([]string{name})
		got := v.Words(text)
		if strings.Count(got, "\n") != strings.Count(text, "\n") {
			t.Fatalf("Words(%q) = %q has other lines", text, got)
		}
		_ = v.Name(name)
		last := 0
		for _, h := range v.Hidden(text) {
			if h.From < last || h.To <= h.From || h.To > len(text) || h.With == "" {
				t.Fatalf("Hidden(%q): %v", text, v.Hidden(text))
			}
			last = h.To
		}
		// A word of the name nobody could take for another is in no word of what is shown.
		words := func(s string) []string {
			return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		}
		plain := strings.IndexFunc(name, func(r rune) bool { return r > 'z' || !unicode.IsLetter(r) && r != ' ' }) < 0
		for _, of := range strings.Fields(name) {
			long := plain && len(of) > 9 && !unicode.IsLower(rune(of[0]))
			for _, word := range words(got) {
				if long && strings.EqualFold(word, of) {
					t.Fatalf("Words(%q) = %q shows %q", text, got, of)
				}
			}
		}
		// Nor is a name that stands where it is sure to be one.
		if first := journal.NewVeil([]string{"Natarajan", name}).Words(text + "\n\n\"Natarajan\" " + text); strings.Contains(first, `"Natarajan"`) {
			t.Fatalf("Words(%q) shows Natarajan", text)
		}
	})
}

func TestVeilCut(t *testing.T) {
	v := journal.NewVeil([]string{"Priya Natarajan", "欧阳修明", "Will O'Brien"})
	ends := map[string]int{"with Nataraj": 5, "with N": -1, "和欧阳": 3, "和欧": -1, "with O'Br": 5, "Wil": 0, "Anne-Pri": 5, "": -1, "so": -1}
	for text, want := range ends {
		if got := v.CutEnd(text); got != want {
			t.Errorf("CutEnd(%q) = %d, want %d", text, got, want)
		}
	}
	starts := map[string]int{"tarajan said": 7, "n said": 0, "修明说": 6, "said": 0, "": 0}
	for text, want := range starts {
		if got := v.CutStart(text); got != want {
			t.Errorf("CutStart(%q) = %d, want %d", text, got, want)
		}
	}
}
