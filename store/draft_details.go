package store

import (
	"encoding/json"

	"bothways/journal"
)

// typedDetails is what was around the words of an edit when it began, as a draft has it.
type typedDetails struct {
	At      int64          `json:"at"` // milliseconds
	Zone    string         `json:"zone"`
	Minutes int            `json:"minutes,omitempty"`
	Medium  journal.Medium `json:"medium,omitempty"`
	Role    journal.Role   `json:"role"`
	CheckIn typedCheckIn   `json:"checkin"`
}

// encodeDetails is what a draft has of them, "" for nil.
func (s *Store) encodeDetails(d *journal.Details) (string, error) {
	if d == nil {
		return "", nil
	}
	b, err := json.Marshal(typedDetails{d.At.UnixMilli(), s.zones.name(d.At), d.Minutes, d.Medium, d.Role, typeCheckIn(d.CheckIn)})
	return string(b), err
}

func (s *Store) decodeDetails(text string) (*journal.Details, error) {
	if text == "" {
		return nil, nil
	}
	var t typedDetails
	if err := json.Unmarshal([]byte(text), &t); err != nil {
		return nil, err
	}
	return &journal.Details{At: s.zones.at(t.At, t.Zone), Minutes: t.Minutes, Medium: t.Medium, Role: t.Role, CheckIn: t.CheckIn.said()}, nil
}
