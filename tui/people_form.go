package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/wording"
)

// personAdded tells the page of the people where to put its cursor.
type personAdded struct{ person, relationship int64 }

// announce says that someone was added, once it worked.
func announce(added personAdded, said string) tea.Msg {
	return tea.BatchMsg{
		send(loaded[personAdded]{to: "people", value: added}),
		send(changedMsg{say: said}),
	}
}

// addPerson asks who somebody is; a name and a role are enough.
func addPerson(env *Env) tea.Cmd {
	return ask(newForm("Someone new", []field{
		{key: "name", label: "name", name: true, hint: "what you call them", echo: nameEcho},
		{key: "role", label: "role", value: string(journal.RoleMentor), choices: roleChoices()},
		{key: "purpose", label: "purpose", hint: "what it is for, if you know", echo: optional},
		{key: "known", label: "known from", hint: "how you know each other", echo: optional},
		{key: "state", label: "it is", value: string(journal.StateActive), choices: beginChoices()},
	}, func(v values) tea.Cmd {
		return func() tea.Msg {
			who := journal.Person{Name: v.text("name"), HowKnown: v.text("known")}
			rel := &journal.Relationship{Role: journal.Role(v.text("role")), Purpose: v.text("purpose"), State: journal.State(v.text("state"))}
			got, err := env.Store.AddPerson(env.Ctx, who, rel)
			if err != nil {
				return failed(err)
			}
			added := personAdded{person: got.ID}
			if len(got.Relationships) > 0 {
				added.relationship = got.Relationships[0].ID
			}
			return announce(added, wording.FirstName(got.Name)+" is here now.")
		}
	}))
}

// addedTo is what follows where a relationship with somebody was added among the people.
func addedTo(p journal.PersonSummary) func(id int64) tea.Msg {
	return func(id int64) tea.Msg {
		return announce(personAdded{person: p.ID, relationship: id}, "Added.")
	}
}

// askNewRelationship asks for another role with somebody who is there already; added is what follows.
func askNewRelationship(env *Env, p journal.PersonSummary, added func(id int64) tea.Msg) tea.Cmd {
	role := firstFreeRole(p)
	return ask(newForm("With "+p.Name, []field{
		{key: "role", label: "role", value: string(role), choices: roleChoices(), echo: newRoleEcho(p)},
		{key: "purpose", label: "purpose", hint: "what it is for, if you know", echo: optional},
		{key: "state", label: "it is", value: string(journal.StateActive), choices: beginChoices()},
	}, func(v values) tea.Cmd {
		return addRelationship(env, journal.Relationship{PersonID: p.ID, Role: journal.Role(v.text("role")), Purpose: v.text("purpose"), State: journal.State(v.text("state"))}, added)
	}))
}

// firstFreeRole is a role there is no open relationship in yet.
func firstFreeRole(p journal.PersonSummary) journal.Role {
	for _, role := range journal.Roles() {
		taken := false
		for _, r := range p.Relationships {
			taken = taken || r.Role == role && r.State.Open()
		}
		if !taken {
			return role
		}
	}
	return journal.RoleMentor
}

// askEditPerson changes what is known of a person. Only what was changed is written, over what
// the journal holds by then.
func askEditPerson(env *Env, p journal.Person) tea.Cmd {
	return ask(newForm("About "+p.Name, []field{
		{key: "name", label: "name", name: true, value: p.Name, echo: nameEcho},
		{key: "known", label: "known from", hint: "how you know each other", value: p.HowKnown},
		{key: "common", label: "common ground", hint: "what you share", value: p.CommonGround, long: true},
		{key: "core", label: "core values", hint: "what matters to them", value: p.CoreValues, long: true},
		{key: "contact", label: "contact", hint: "a number, an address", value: p.Contact},
		{key: "notes", label: "notes", hint: "anything; ctrl+j begins a new line", value: p.Notes, long: true},
	}, func(v values) tea.Cmd {
		return write(env, "Changed.", func(ctx context.Context) error {
			now, err := env.Store.Person(ctx, p.ID)
			if err != nil {
				return err
			}
			v.set("name", &now.Person.Name)
			v.set("known", &now.Person.HowKnown)
			v.set("common", &now.Person.CommonGround)
			v.set("core", &now.Person.CoreValues)
			v.set("contact", &now.Person.Contact)
			v.set("notes", &now.Person.Notes)
			return env.Store.ChangePerson(ctx, now.Person)
		})
	}))
}

func askDeletePerson(env *Env, p journal.Person) tea.Cmd {
	return ask(newConfirm("Delete "+p.Name+"?", "Their conversations, actions and topics go with them. One "+env.key("undo", "u")+" brings all of it back.", "delete", func() tea.Cmd {
		return write(env, "Deleted. "+env.key("undo", "u")+" brings everything back.", func(ctx context.Context) error { return env.Store.DeletePerson(ctx, p.ID) })
	}))
}

// nameEcho takes what can be a name.
func nameEcho(s string) (string, bool) {
	if _, err := journal.CleanName(s); err != nil {
		return journal.ErrorMessage(err), false
	}
	return "", true
}

// optional says that a field may stay empty.
func optional(s string) (string, bool) {
	if s == "" {
		return "may stay empty; ctrl+s keeps", true
	}
	return "", true
}

func roleChoices() []choice {
	var out []choice
	for _, r := range journal.Roles() {
		out = append(out, choice{string(r), r.Phrase()})
	}
	return out
}
