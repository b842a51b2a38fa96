package journal

import "testing"

func TestParseRole(t *testing.T) {
	for s, want := range map[string]Role{"mentor": RoleMentor, "MENTEE": RoleMentee, "Mutual": RoleMutual, "both": RoleMutual} {
		if got, err := ParseRole(s); err != nil || got != want {
			t.Errorf("ParseRole(%q) = %q, %v; want %q", s, got, err, want)
		}
	}
	for _, s := range []string{"", "ment", "mentors", "boss", " mentor"} {
		got, err := ParseRole(s)
		if got != "" {
			t.Errorf("ParseRole(%q) = %q", s, got)
		}
		wantInvalid(t, err, "mentor, mentee or mutual")
	}
	phrases := map[string]bool{}
	for _, r := range Roles() {
		if got, err := ParseRole(string(r)); err != nil || got != r {
			t.Errorf("ParseRole(%q) = %q, %v", r, got, err)
		}
		phrases[r.Phrase()] = true
	}
	if len(phrases) != len(Roles()) {
		t.Errorf("roles share a phrase: %v", phrases)
	}
}
