package tui

import "bothways/journal"

// unread is what a page shows as long as it was not read, or where it cannot be; ok is false where it was
// and draws itself. what is what was on it, such as “This answer”, said where that was deleted meanwhile,
// or "" for a page that nothing can be deleted from under.
func (e *Env) unread(what string, read bool, err error, w int) (shown string, ok bool) {
	th := e.Theme
	switch {
	case err != nil && what != "" && journal.ErrorCode(err) == journal.CodeNotFound:
		return "  " + th.Strong.Render("Not here any more") + "\n\n" + indent(th.Faint, what+" was deleted. "+e.key("undo", "u")+" brings back what was deleted last; esc goes back.", w), true
	case err != nil:
		return "\n" + indent(th.Error, journal.ErrorMessage(err), w), true
	}
	return "", !read
}
