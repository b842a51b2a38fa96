package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"bothways/tui/theme"
)

// The smallest terminal pages are drawn in; below it a plain line says so.
const (
	minWidth  = 40
	minHeight = 10
	// maxSide is above any real terminal. A size beyond it is a misreading and is ignored.
	maxSide = 4096
)

// Root is the one model of the terminal library: it keeps the pages, what lies over them and the
// line of news, and sends every message where it belongs.
type Root struct {
	env      *Env
	own      *Env // the person's journal, while a made-up one is looked at
	pages    []Screen
	overlays []Overlay
	w, h     int
	news     sayMsg
	turns    turns
	closers  []func() error
	version  int64      // of the journal, as far as others write to it
	quiet    quiet      // how long nobody has written
	colours  theme.Look // what is known of the terminal's colours, and what was chosen
	answered bool       // the terminal told its colours, or will not
	insisted bool       // quit was asked for, and the words could not be kept
	pressed  pressed

	discreetSeen bool // the journal said to be discreet when it was looked at last
}

// NewRoot starts on the first page.
func NewRoot(env *Env) *Root { return &Root{env: env, pages: []Screen{NewToday(env)}} }

// begin opens what the program was started for, over the first page.
func (r *Root) begin(s Start) {
	switch {
	case s.Reflect:
		r.pages = append(r.pages, reflectPage(r.env, s))
	case !s.Write:
	case s.RelationshipID != 0 || s.Name != "":
		r.pages = append(r.pages, NewWrite(r.env, WriteStart{RelationshipID: s.RelationshipID, Name: s.Name, Role: s.Role, At: s.At, Minutes: s.Minutes, Medium: s.Medium}))
	default:
		r.overlays = append(r.overlays, newPicker(r.env, "Who did you talk with?", true, func(w WriteStart) tea.Cmd {
			w.At, w.Minutes, w.Medium = s.At, s.Minutes, s.Medium
			return push(NewWrite(r.env, w))
		}))
	}
}

// reflectPage is the page the program was started to reflect on.
func reflectPage(env *Env, s Start) Screen {
	switch {
	case s.Free:
		return NewAnswer(env, AnswerStart{PersonID: s.PersonID})
	case s.SetID != "" || s.PromptID != "":
		return NewQuestion(env, QuestionStart{SetID: s.SetID, PromptID: s.PromptID, PersonID: s.PersonID, Alone: s.PromptID != ""})
	}
	return NewReflect(env)
}

func (r *Root) top() Screen { return r.pages[len(r.pages)-1] }

// Init reads every page that is there and asks the terminal whether it is light or dark.
func (r *Root) Init() tea.Cmd {
	cmds := []tea.Cmd{tea.RequestBackgroundColor}
	for _, p := range r.pages {
		cmds = append(cmds, r.during(p.Init()))
	}
	if i, ok := r.overlay().(interface{ Init() tea.Cmd }); ok {
		cmds = append(cmds, r.during(i.Init()))
	}
	return tea.Batch(append(cmds, r.watch(), r.noticed())...)
}

// Update routes one message.
func (r *Root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if msg.Width >= 0 && msg.Height >= 0 && msg.Width <= maxSide && msg.Height <= maxSide {
			r.w, r.h = msg.Width, msg.Height
		}
		return r, nil
	case tea.BackgroundColorMsg:
		r.answered = true
		r.colours.Dark = msg.IsDark()
		*r.env.Theme = *r.colours.Theme()
		return r, nil
	case tea.ColorProfileMsg:
		r.colours.Few = msg.Profile <= colorprofile.ANSI
		*r.env.Theme = *r.colours.Theme()
		return r, nil
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeUnicodeCore && (msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet) {
			r.env.Widths = ansi.GraphemeWidth
		}
		return r, nil
	case tea.KeyPressMsg, tea.PasteMsg:
		return r, r.turn(msg)
	case tea.MouseMsg:
		return r, r.mouse(msg)
	case settled:
		return r, r.settle(msg)
	case asideMsg:
		return r, msg.cmd
	case keepSlow:
		return r, r.slowly(msg)
	case lookMsg:
		return r, r.look()
	case lookedMsg:
		return r, r.looked(msg)
	case inOrderMsg:
		return r, r.answer(msg)
	}
	return r, r.take(msg)
}

// take brings a message to the page or overlay it is meant for.
func (r *Root) take(msg tea.Msg) tea.Cmd {
	to, ok := msg.(targeted)
	if !ok {
		return r.navigate(msg)
	}
	if m, ok := msg.(wordsKept); ok {
		late := r.kept(m)
		return tea.Batch(r.bring(m), late)
	}
	return r.bring(to)
}

// bring gives a message to the page or overlay that has its name.
func (r *Root) bring(msg targeted) tea.Cmd {
	for i := len(r.pages) - 1; i >= 0; i-- {
		if r.pages[i].ID() == msg.target() {
			return r.pages[i].Update(msg)
		}
	}
	for i := len(r.overlays) - 1; i >= 0; i-- {
		if o, ok := r.overlays[i].(interface{ ID() string }); ok && o.ID() == msg.target() {
			return r.overlayUpdate(msg)
		}
	}
	return nil // the page is gone
}

// navigate moves between pages and tells them all what changed.
func (r *Root) navigate(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pushMsg:
		r.overlays = nil
		for i, p := range r.pages { // a page that is there already is gone back to, not laid on itself
			if p.ID() == msg.screen.ID() {
				if p, ok := p.(interface{ AskedAgain() }); ok {
					p.AskedAgain()
				}
				return r.backTo(i)
			}
		}
		r.pages = append(r.pages, msg.screen)
		return msg.screen.Init()
	case replaceMsg:
		r.overlays = nil
		return r.once(r.pages[len(r.pages)-1:], func() tea.Cmd {
			r.pages[len(r.pages)-1] = msg.screen
			return msg.screen.Init()
		})
	case popMsg:
		if msg.id != "" && msg.id != r.top().ID() {
			return nil // it is not on top any more
		}
		return r.backTo(max(0, len(r.pages)-2))
	case homeMsg:
		r.overlays = nil
		return r.backTo(0)
	case wordsSafe:
		return msg.next()
	case overlayMsg:
		r.overlays = append(r.overlays, msg.overlay)
		if i, ok := msg.overlay.(interface{ Init() tea.Cmd }); ok {
			return i.Init()
		}
	case sayMsg:
		r.news = msg
	case changedMsg:
		if msg.say != "" {
			r.news = sayMsg{text: msg.say}
		}
		return r.reload()
	case tea.ResumeMsg:
		return r.reload()
	case veilMsg:
		return r.veiled(msg)
	case mouseMsg:
		return r.moused(msg)
	case demoMsg:
		return r.openDemo()
	case demoOpened:
		return r.enterDemo(msg)
	default: // of the terminal library, or of a part of what is on top
		if r.overlay() != nil {
			return r.overlayUpdate(msg)
		}
		return r.top().Update(msg)
	}
	return nil
}

// reload reads every page again, and whom to hide; a page in the middle of typing keeps its words.
func (r *Root) reload() tea.Cmd { return tea.Batch(r.reveil(), r.reread()) }

// reread reads every page again.
func (r *Root) reread() tea.Cmd {
	cmds := make([]tea.Cmd, 0, len(r.pages))
	for _, p := range r.pages {
		cmds = append(cmds, p.Init())
	}
	return tea.Batch(cmds...)
}

func (r *Root) overlay() Overlay {
	if len(r.overlays) == 0 {
		return nil
	}
	return r.overlays[len(r.overlays)-1]
}

func (r *Root) overlayUpdate(msg tea.Msg) tea.Cmd {
	i := len(r.overlays) - 1
	done, cmd := r.overlays[i].Update(msg)
	if done {
		r.overlays = append(r.overlays[:i:i], r.overlays[i+1:]...)
	}
	return cmd
}

// key gives a key to what lies on top, then to the actions of the page, then to its text.
func (r *Root) key(k tea.KeyPressMsg) tea.Cmd {
	if k.String() != "ctrl+c" && k.String() != "q" {
		r.insisted = false
	}
	if r.tooSmall() {
		return r.keyUnseen(k)
	}
	r.news, r.pressed = sayMsg{}, pressed{}
	if r.overlay() != nil {
		if k.String() == "ctrl+c" { // out of what lies on top first: a form may hold words
			k = tea.KeyPressMsg{Code: tea.KeyEscape}
		}
		return r.overlayUpdate(k)
	}
	page := r.top()
	if t, ok := page.(Typing); ok && (k.Text != "" || t.Claims(k)) {
		return page.Update(k)
	}
	for _, a := range r.bound() {
		switch {
		case a.takes(k) && r.undoesEarly(a):
			r.news = sayMsg{text: "Your words are kept. That " + r.env.key("undo", "u") + " was typed before, so nothing was undone; press it again to undo."}
			return nil
		case a.takes(k):
			return r.run(r.allowed(a))
		}
	}
	return page.Update(k)
}

// keyUnseen is a key in a window too small for a page, perhaps for a moment: it loses no letters,
// and does nothing whose outcome cannot be seen.
func (r *Root) keyUnseen(k tea.KeyPressMsg) tea.Cmd {
	t, typing := r.top().(Typing)
	switch {
	case r.overlay() != nil && (k.Text != "" || k.Code == tea.KeyBackspace):
		return r.overlayUpdate(k)
	case r.overlay() == nil && typing && (k.Text != "" || t.Claims(k)):
		return t.Update(k)
	case r.overlay() == nil && k.String() == "ctrl+c":
		return r.quit()
	}
	return nil
}

func (r *Root) run(a Action) tea.Cmd {
	switch {
	case a.Disabled != "":
		r.news = sayMsg{text: a.Disabled}
		return nil
	case a.Run == nil:
		return nil
	}
	return a.Run()
}

// allowed is an action as it stands in this journal: where that can only be read, what would change
// it says so before anybody types a word in vain.
func (r *Root) allowed(a Action) Action {
	if why := cannotChange(r.env); a.Writes && a.Disabled == "" {
		a.Disabled = why
	}
	return a
}

func (r *Root) tooSmall() bool { return r.w < minWidth || r.h < minHeight }

// undo takes the last step back, or again, and says which it was.
func (r *Root) undo(redo bool) tea.Cmd {
	env := r.env
	return func() tea.Msg {
		f, did, none := env.Store.Undo, "Undone: ", "There is nothing to undo."
		if redo {
			f, did, none = env.Store.Redo, "Done again: ", "There is nothing to do again."
		}
		step, ok, err := f(env.Ctx)
		switch {
		case err != nil:
			return failed(err)
		case !ok:
			return sayMsg{text: none}
		}
		return changedMsg{say: did + step.Sentence()}
	}
}

var _ tea.Model = (*Root)(nil)
