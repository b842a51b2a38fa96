package journal_test

import (
	"strings"
	"testing"

	"bothways/journal"
)

type veilCase struct{ name, names, text, want string }

func runVeil(t *testing.T, tests []veilCase) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := journal.NewVeil(strings.Split(test.names, "|"))
			if got := v.Words(test.text); got != test.want {
				t.Errorf("Words(%q) = %q, want %q", test.text, got, test.want)
			}
		})
	}
}

func TestVeilCalled(t *testing.T) {
	runVeil(t, []veilCase{
		{"described", "Ada the gardener at school", "Ada in the school garden, the gardener", "A. in the school garden, the gardener"},
		{"brackets", "Ada (work)|李明（同事）", "Ada at work I work, 和李明同事", "A. at work I work, 和李.同事"},
		{"nickname", "Elizabeth (Liz) Hall", "Liz and Elizabeth (Liz)", "L. and E. (L.)"},
		{"nickname at the end", "Robert Hall (Bobby)|Ann Hall (born Reed)|Li Wei（\"Rose\"）|Tom Berg [aka Tommo", "Bobby, bobby's, a Reed, Rose rose, Tommo", "B., B.'s, a R., R. rose, T."},
		{"several in brackets", "Ann Hall (Dr Reed) (née Park, Bobby)", "Reed, Park and Bobby", "R., P. and B."},
		{"a place behind one name", "Jo (Finance)|Tom (Berlin)|Sam (aka Rex)", "my Finance course in Berlin with Rex", "my Finance course in Berlin with R."},
		{"brackets that describe", "Ada (Work)|Tom (BBC)|Sam (King's College)|Ann (Tuesday)|Max (book club)|Liz (Mentor)", "Work, BBC, a King, Tuesday, a book Club, Mentor", "Work, BBC, a King, Tuesday, a book Club, Mentor"},
		{"bracket left open", "Ada (work", "Ada at work", "A. at work"},
		{"group", "Ada Team", "Team Ada, our team", "Team A., our team"},
		{"titles", "Dr. Ada Lovelace|Herr Groß|Mrs Fay PhD", "Dr Ada, Herr Gross, a PhD, Mrs. Fay, Dr. Who", "Dr A., Herr G., a PhD, Mrs. F., Dr. Who"},
		{"cut title", "Ing. Tom Berg|Ann Ing", "Ing and Tom", "I. and T."},
		{"only a title", "Mum|(Dad)", "Mum and Dad", "M. and D."},
		{"all small", "priya natarajan", "Priya Natarajan", "P. N."},
		{"half small", "Priya natarajan|tom Berg", "Natarajan, Tom", "N., T."},
		{"small and described", "Ada neighbour", "the neighbour Ada", "the neighbour A."},
		{"honorific", "山田先生|王老师", "山田と先生、老师", "山.と先生、老师"},
	})
}

func TestVeilFold(t *testing.T) {
	runVeil(t, []veilCase{
		{"sharp s", "Günther Groß", "GROSS, Groß, gross, GROẞ", "G., G., G., G."},
		{"last sigma", "Στέλιος", "ΣΤΕΛΙΟΣ, στελιος", "Σ., Σ."},
		{"dotless", "Işıl", "ISIL, isil, IŞIL, ışıl, Işıl, İŞİL", "I., I., I., I., I., İ."},
		{"wide", "Priya", "Ｐｒｉｙａ", "Ｐ."},
		{"wide name", "Ｐｒｉｙａ", "Priya and PRIYA", "P. and P."},
		{"unseen", "Priya", "Pri\u00adya, Pri\u200bya, Pri\u2060\u200bya's", "P., P., P.'s"},
		{"unseen between", "Priya|Tom", "Priya\u200bTom\u200band us", "P.\u200bT.\u200band us"},
		{"unseen in the name", "Pri\u00adya", "Priya", "P."},
		{"first letters", "Øyvind|Æsa|Łukasz", "oyvind, AESA, lukasz", "O., A., L."},
		{"apart", "김민수", "\u1100\u1175\u11b7\u1106\u1175\u11ab\u1109\u116e\u1100\u1161", "김.\u1100\u1161"},
		{"narrow kana", "ヤマダ", "ﾔﾏﾀﾞさん", "ヤ.さん"},
		{"unseen in a joined script", "山田太郎", "山\u200b田さん", "山.さん"},
		{"two scripts", "Anna|李明", "和Anna谈话, Annaさん, Anna李明", "和A.谈话, A.さん, A.李."},
		{"vowel marks", "राम", "रमा, राम", "रमा, र."},
		{"many joints", "Anne-Marie", "Anne--Marie Anne-\u00adMarie", "A.--M. A."},
	})
}

func TestVeilJoined(t *testing.T) {
	runVeil(t, []veilCase{
		{"family", "山田太郎", "山田さんは太郎に", "山.さんは太.に"},
		{"korean", "김민수", "민수가 말했다", "민.가 말했다"},
		{"chinese", "欧阳修明", "和修明, 欧阳", "和修., 欧."},
		{"kana", "やまだたろう", "やまださん、たろうと、うつもり", "や.さん、た.と、うつもり"},
		{"short kana", "さくら", "それくらい、さくらと", "それくらい、さ.と"},
		{"two letters", "李明", "明天", "明天"},
	})
}

func TestVeilEnding(t *testing.T) {
	runVeil(t, []veilCase{
		{"polish", "Anna", "Anny, Annie, Annę, Anno", "A., A., A., A."},
		{"russian", "Ольга|Андрей", "Ольгу, Ольге, Ольгой, Андрея", "О., О., О., А."},
		{"greek", "Στέλιος|Νίκος", "Στέλιου, Στέλιο, Νίκο", "Σ., Σ., Ν."},
		{"small words", "Rosa|Mara|Тоня", "a rose is more, тоне", "a rose is more, тоне"},
		{"sentences", "Theo|Nina|Vera|Timo|Tina|Mora|Ella", "They are Nine. Very Time. Tiny. More. Elle", "They are Nine. Very Time. Tiny. More. Elle"},
		{"months", "Juna|Maya", "June and Mayo", "June and Mayo"},
		{"short names", "Eva", "Eve", "Eve"},
		{"consonant", "Tomas", "Tomos", "Tomos"},
	})
}

func TestVeilHandles(t *testing.T) {
	runVeil(t, []veilCase{
		{"both", "Priya Nambiar", "#PriyaNambiar, PriyaNambiar, @priyanambiar, NambiarPriya, priyanambiar", "#P., P., @P., N., P."},
		{"parted", "Priya Nambiar", "priya.nambiar, priya_n", "P.N., P._n"},
		{"low line", "priya_n|zoë_k", "priya_n, Priya_N's, @priya_n; priya, _Priya_, zoe_k, team_priya", "P., P.'s, @P.; P., _P._, Z., team_P."},
		{"short", "Chan Ge", "a change, @change, ChanGe", "a change, @C., C."},
		{"within", "Priya", "#TeamPriya, PriyaAndUs", "#TeamP., P.AndUs"},
		{"particles", "Ana de la Cruz", "@anadelacruz, @anacruz", "@A., @A."},
		{"hyphen", "Anne-Marie Roy|Liam O'Brien", "@annemarieroy, Annemarie, OBrien", "@A., A., O."},
	})
}

func TestVeilNumbers(t *testing.T) {
	const dots = journal.Veiled
	hidden := []string{
		"020 7946 0958", "(020) 7946 0958", "020/79460958", "+44 20 7946 0958", "+44 (0)20 7946 0958", "(+44) 20 7946 0958", "7946 0958", "555-1234",
		"(555) 123-4567", "555.123.4567", "+33 6 12 34 56 78", "+33 (0)6 12 34 56 78", "06.12.34.56.78", "0171-1234567", "+49.1711234567",
		"0171 1234567", "030 1 23 45 67", "+81 3-1234-5678", "7700900123", "020\u00a07946\u00a00958", "612 345 678", "20 12 34 10", "020 7946 (0958)", "02-12-3456",
	}
	for _, number := range hidden {
		t.Run("hidden/"+number, func(t *testing.T) {
			v := journal.NewVeil(nil)
			if got := v.Words("call " + number + ", now"); got != "call "+dots+", now" {
				t.Errorf("%q is %q", number, got)
			}
			if got := v.Words(number); got != dots {
				t.Errorf("%q alone is %q", number, got)
			}
		})
	}
	shown := []string{
		"05.11.2026", "05/11/2026", "01-12-2026", "2026-12-01", "05.11.2026 14:30", "05.11.26 06.11.26", "05.11.2026-06.11.2026", "05.11.-06.11.2026", "05 11 2026",
		"0.1234567", "1.0123456", "03.14159265", "0 1 2 3 4 5 6 7", "2025 2026 2027", "2025-2026", "08.00-09.30", "0830-0930", "10 000 000", "1.234.567",
		"28 29 30 31", "01 02 03 04 05 06 07", "40,000", "1000-2000", "100 200 300", "192.168.10.12", "$1234 5678", "https://x.org/1234567890", "a0123456789", "0123456789abc",
		"01122026", "202611051430", "012345678901234567890", "10-15-2026", "14:30-15:30", "(2026) 1234", "978-0-19-852663-6",
	}
	for _, text := range shown {
		t.Run("shown/"+text, func(t *testing.T) {
			if got := journal.NewVeil(nil).Words("on " + text + ", so"); got != "on "+text+", so" {
				t.Errorf("%q is %q", text, got)
			}
		})
	}
	more := []veilCase{
		{"two", "X", "020 7946 0958 020 7946 0959", dots + " " + dots},
		{"date and number", "X", "05.11.2026 020 7946 0958", "05.11.2026 " + dots},
		{"number and time", "X", "020 7946 0958 14:30", dots + " 14:30"},
		{"bracket around", "X", "(020 7946 0958) and (see 020) 7946 0958", "(" + dots + ") and (see 020) " + dots},
		{"times", "X", "0171 1234567 5 times", dots + " 5 times"},
	}
	runVeil(t, more)
}
