package journal

// Role is the side of mentoring I am on: in a relationship, or on one day within it.
type Role string

const (
	RoleMentor Role = "mentor" // I mentor them
	RoleMentee Role = "mentee" // they mentor me
	RoleMutual Role = "mutual" // both ways
)

// Roles are all roles in the order people are asked for them.
func Roles() []Role { return []Role{RoleMentor, RoleMentee, RoleMutual} }

// ParseRole reads a role as a person writes it, in any case. An unknown word is CodeInvalid.
func ParseRole(s string) (Role, error) {
	switch Fold(s) {
	case "mentor":
		return RoleMentor, nil
	case "mentee":
		return RoleMentee, nil
	case "mutual", "both":
		return RoleMutual, nil
	}
	return "", Errorf(CodeInvalid, "%q is not a role; use mentor, mentee or mutual.", s)
}

// Phrase says the role from my side, for a head or a list: "I mentor", "mentors me", "both ways".
func (r Role) Phrase() string {
	switch r {
	case RoleMentor:
		return "I mentor"
	case RoleMentee:
		return "mentors me"
	}
	return "both ways"
}
