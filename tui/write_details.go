package tui

import (
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/wording"
)

// detailsMsg tells a note when its conversation was, how long, by what means, and in which role.
type detailsMsg struct {
	to      string
	at      time.Time
	minutes int
	medium  journal.Medium
	role    journal.Role
}

func (m detailsMsg) target() string { return m.to }

// askDetails asks what is around the words. Every part has an answer already.
func (s *WriteScreen) askDetails() tea.Cmd {
	d, to, now := s.draft, s.ID(), s.env.Now()
	return ask(newForm("About this conversation", sessionFields(d.At, d.Minutes, d.Medium, d.Role, now), func(v values) tea.Cmd {
		m := detailsMsg{to: to, at: d.At, minutes: readMinutes(v.text("minutes")), medium: journal.Medium(v.text("medium")), role: journal.Role(v.text("role"))}
		if v.changed("at") {
			if at, err := journal.ReadMoment(v.text("at"), now); err == nil {
				m.at = at
			}
		}
		return send(m)
	}))
}

// sessionFields are the fields of a conversation, the same wherever they are asked for.
func sessionFields(at time.Time, minutes int, medium journal.Medium, role journal.Role, now time.Time) []field {
	media := []choice{{"", "not said"}}
	for _, m := range journal.Media() {
		media = append(media, choice{string(m), string(m)})
	}
	var roles []choice
	for _, r := range journal.Roles() {
		roles = append(roles, choice{string(r), r.Phrase()})
	}
	length := ""
	if minutes > 0 {
		length = strconv.Itoa(minutes)
	}
	return []field{
		{key: "role", label: "my role", value: string(role), choices: roles},
		{key: "at", label: "when", value: at.Format("2006-01-02 15:04"), hint: "yesterday 14:00 · fri 9:30 · 2026-11-20 14:00", echo: momentEcho(now)},
		{key: "minutes", label: "minutes", value: length, hint: "how long it took", echo: minutesEcho},
		{key: "medium", label: "by", value: string(medium), choices: media},
	}
}

// momentEcho says which moment a line means.
func momentEcho(now time.Time) func(string) (string, bool) {
	return func(s string) (string, bool) {
		at, err := journal.ReadMoment(s, now)
		if err != nil {
			return journal.ErrorMessage(err), false
		}
		return wording.DateLong(journal.DateOf(at), journal.DateOf(now)) + at.Format(" 15:04"), true
	}
}

func readMinutes(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func minutesEcho(s string) (string, bool) {
	if s == "" {
		return "", true
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > journal.MaxMinutes {
		return "A number of minutes, up to a whole day; or nothing.", false
	}
	return "", true
}
