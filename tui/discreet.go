package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// Discreet mode is for reading in company: people become initials, and what was told in confidence
// is hidden. It stays until it is turned off, in this journal and on every page.

// veilMsg brings what is hidden from now on, or again after the names changed.
type veilMsg struct {
	veil journal.Veil
	say  string
	err  error
}

// readVeil is what is hidden in a journal as it was left, or where it is asked for.
func readVeil(ctx context.Context, s *store.Store, asked bool) (journal.Veil, error) {
	if !asked {
		on, err := s.Setting(ctx, store.SettingDiscreet)
		if err != nil || on != "on" {
			return journal.Veil{}, err
		}
	}
	return veilOf(ctx, s)
}

func veilOf(ctx context.Context, s *store.Store) (journal.Veil, error) {
	names, err := s.Names(ctx)
	return journal.NewVeil(names), err
}

// discreet turns discreet mode on, or off.
func (r *Root) discreet() tea.Cmd {
	env, on := r.env, !r.env.Veil.On()
	said := "Discreet: names are initials, confidences are hidden. " + r.discreetKey() + " shows them again."
	return func() tea.Msg {
		if !on {
			if err := env.Store.SetSetting(env.Ctx, store.SettingDiscreet, "off"); err != nil {
				return failed(err)
			}
			return veilMsg{say: "Names and what was told in confidence can be seen again."}
		}
		veil, err := veilOf(env.Ctx, env.Store)
		if err == nil {
			err = env.Store.SetSetting(env.Ctx, store.SettingDiscreet, "on")
		}
		return veilMsg{veil: veil, err: err, say: said}
	}
}

// discreetKey is the key that hides and shows on the page that is on top.
func (r *Root) discreetKey() string {
	if _, typing := r.top().(Typing); typing {
		return r.env.textKey("discreet", "f3")
	}
	return r.env.key("discreet", "v")
}

// follow hides here as well once another window hides: whoever looks over one may look over both.
// What is shown there again stays hidden here, as others may still see this one.
func (r *Root) follow(discreet bool) tea.Cmd {
	turned := discreet && !r.discreetSeen
	r.discreetSeen = discreet
	if !turned || r.env.Veil.On() {
		return nil
	}
	env, said := r.env, "Discreet, as in another window. "+r.discreetKey()+" shows names again."
	return func() tea.Msg {
		veil, err := veilOf(env.Ctx, env.Store)
		return veilMsg{veil: veil, err: err, say: said}
	}
}

// veiled takes in what is hidden from now on.
func (r *Root) veiled(m veilMsg) tea.Cmd {
	r.env.Veil = m.veil
	if m.err != nil {
		return send(failed(m.err))
	}
	if m.say != "" {
		r.news = sayMsg{text: m.say}
		return r.reread() // long texts are laid out as they are read
	}
	return nil
}

// reveil reads the names anew where they are hidden, since one may be new.
func (r *Root) reveil() tea.Cmd {
	if !r.env.Veil.On() {
		return nil
	}
	env := r.env
	return func() tea.Msg {
		veil, err := veilOf(env.Ctx, env.Store)
		if err != nil {
			veil = journal.NewVeil(nil)
		}
		return veilMsg{veil: veil, err: err}
	}
}

func discreetName(env *Env) string {
	if env.Veil.On() {
		return "show names"
	}
	return "discreet"
}
