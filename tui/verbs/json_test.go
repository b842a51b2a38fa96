package verbs

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/tui/safe"
)

func TestEscaped(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "a <b> & é 👩‍👩‍👧", `"a <b> & é 👩‍👩‍👧"`},
		{"escape", "\x1b[31m", `"\u001b[31m"`},
		{"delete", "\x7f", `"\u007f"`},
		{"c1", "\u009b2J", `"\u009b2J"`},
		{"direction", "x\u202ey\u2066\u061c", `"x\u202ey\u2066\u061c"`},
		{"separators", "\u2028\u2029", `"\u2028\u2029"`},
		{"backslash before", "\\\u009b", `"\\\u009b"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := escaped(t, c.in); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func FuzzEscaped(f *testing.F) {
	for _, s := range []string{"", "a\u009b", "\x9b\xff", "\u202e\u2066\\u202e\\", "\x00\x1b\"", "\U000e0001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := escaped(t, s)
		for _, r := range out {
			if safe.Unsafe(r) {
				t.Fatalf("%q gave %q, which holds %U", s, out, r)
			}
		}
		var back string
		if err := json.Unmarshal([]byte(out), &back); err != nil {
			t.Fatalf("%q gave %q: %v", s, out, err)
		}
		if want := strings.ToValidUTF8(s, "\uFFFD"); back != want && strings.ToValidUTF8(s, "") == s {
			t.Fatalf("%q came back as %q", s, back)
		}
	})
}

func escaped(t *testing.T, s string) string {
	t.Helper()
	var buf, out bytes.Buffer
	if err := encode(&buf, s); err != nil {
		t.Fatal(err)
	}
	if err := writeEscaped(&out, buf.Bytes()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestArray(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []int
		want string
	}{
		{"none", nil, "[]"},
		{"one", []int{1}, "[\n1\n]"},
		{"several", []int{1, 2, 3}, "[\n1,\n2,\n3\n]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			list := jsonArray{w: &out}
			for _, n := range c.in {
				if err := list.Add(n); err != nil {
					t.Fatal(err)
				}
			}
			if err := list.Close(); err != nil {
				t.Fatal(err)
			}
			if out.String() != c.want {
				t.Errorf("got %q, want %q", out.String(), c.want)
			}
		})
	}
}

func TestRelationshipShape(t *testing.T) {
	for _, c := range []struct {
		name string
		in   journal.RelationshipSummary
		want string
	}{
		{"nothing said", journal.RelationshipSummary{Relationship: journal.Relationship{UID: "u", Role: journal.RoleMentor, State: journal.StateActive}},
			`{"id":"u","role":"mentor","state":"active","kind":null,"formal":null,"purpose":null,"focus":[],"from":null,"until":null,` +
				`"rhythm":null,"next_session":null,"last_session":null,"open_mine":0,"open_theirs":0,` +
				`"asked_on":null,"asked_how":null,"trial_until":null,"ended_on":null,"thanks":null,"resumed_on":null,"suggested_in":null}`},
		{"everything said", journal.RelationshipSummary{SuggestedInUID: "d", Relationship: journal.Relationship{UID: "u", Role: journal.RoleMutual, State: journal.StatePaused, Kind: journal.KindTeaching,
			Formality: journal.Informal, Purpose: "p", Focus: []string{"a", "b"}, From: journal.Date{Year: 2026, Month: 1, Day: 2},
			Until: journal.Date{Year: 2027, Month: 3, Day: 4}, Rhythm: journal.Rhythm{Every: 2, Unit: journal.Weeks},
			NextSession: journal.Date{Year: 2026, Month: 11, Day: 24}, AskedOn: journal.Date{Year: 2026, Month: 1, Day: 1}, AskedHow: "by mail",
			TrialUntil: journal.Date{Year: 2026, Month: 2, Day: 1}, EndedOn: journal.Date{Year: 2027, Month: 3, Day: 1}, Thanks: "for the walks",
			ResumedOn: journal.Date{Year: 2026, Month: 5, Day: 1}}},
			`{"id":"u","role":"mutual","state":"paused","kind":"teaching","formal":false,"purpose":"p","focus":["a","b"],"from":"2026-01-02",` +
				`"until":"2027-03-04","rhythm":"every 2 weeks","next_session":"2026-11-24","last_session":null,"open_mine":0,"open_theirs":0,` +
				`"asked_on":"2026-01-01","asked_how":"by mail","trial_until":"2026-02-01","ended_on":"2027-03-01","thanks":"for the walks","resumed_on":"2026-05-01","suggested_in":"d"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var buf bytes.Buffer
			if err := encode(&buf, relationshipShape(c.in)); err != nil {
				t.Fatal(err)
			}
			if buf.String() != c.want {
				t.Errorf("got  %s\nwant %s", buf.String(), c.want)
			}
		})
	}
}
