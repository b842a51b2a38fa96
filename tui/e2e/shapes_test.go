//go:build unix

package e2e

// The shapes scripts read, as far as they are looked at here.

type personShape struct {
	ID            string              `json:"id"`
	Name          string              `json:"name"`
	Relationships []relationshipShape `json:"relationships"`
}

type relationshipShape struct {
	ID          string  `json:"id"`
	Role        string  `json:"role"`
	State       string  `json:"state"`
	LastSession *string `json:"last_session"`
	OpenMine    int     `json:"open_mine"`
	OpenTheirs  int     `json:"open_theirs"`
}

type actionShape struct {
	ID      string  `json:"id"`
	Text    string  `json:"text"`
	Owner   string  `json:"owner"`
	Person  *string `json:"person"`
	Due     *string `json:"due"`
	State   string  `json:"state"`
	Outcome *string `json:"outcome"`
	Carried int     `json:"carried"`
	Session *string `json:"session"`
}

type sessionShape struct {
	ID    string  `json:"id"`
	At    string  `json:"at"`
	Role  string  `json:"role"`
	Note  string  `json:"note"`
	Shift *string `json:"shift"`
}

type topicShape struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Hard  bool   `json:"hard"`
	State string `json:"state"`
}

type showShape struct {
	personShape
	Sessions []sessionShape `json:"sessions"`
	Topics   []topicShape   `json:"topics"`
}

type prepareShape struct {
	Person        any           `json:"person"`
	Role          string        `json:"role"`
	LastSession   any           `json:"last_session"`
	ActionsMine   []actionShape `json:"actions_mine"`
	ActionsTheirs []actionShape `json:"actions_theirs"`
	Topics        []topicShape  `json:"topics"`
}

// is reports whether a value that may be null is there and is s.
func is(v *string, s string) bool { return v != nil && *v == s }
