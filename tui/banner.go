package tui

import "bothways/tui/widget"

// banner is what stands above the foot of every page as long as it holds and there is no news: that
// nothing can be kept in this journal. "" for a journal that can be written.
func (r *Root) banner() string {
	if !r.env.Store.ReadOnly() {
		return ""
	}
	return "  " + r.env.Theme.Faint.Render(widget.Cut("Only to be read: the file or its folder is not writable for you.", r.w-4))
}
