package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// QuestionStart says which question is opened.
type QuestionStart struct {
	SetID    string
	PromptID string // "" for where somebody stopped in the set
	PersonID int64  // whom the answer is about, 0 for nobody
	Alone    bool   // for this question only: the place where its set goes on stays
	Kept     int64  // the answer that was kept a moment ago, 0 for none
}

// QuestionScreen is one question on a page of its own, to sit with, and after it the next one of
// its set. Earlier answers are not shown before there is a new one, unless they are asked for: they
// would lead it.
type QuestionScreen struct {
	env   *Env
	id    string
	start QuestionStart
	seq   int
	read  bool
	err   error

	set     journal.PromptSet
	prompts []journal.Prompt // those that are asked in turn
	at      int              // into prompts; past the last one where the set is through
	person  string           // whom it is about, "" for nobody

	answers []journal.ReflectionView // to this question, newest first
	kept    int64                    // the one that was kept just now, 0 for none
	earlier bool                     // the earlier ones are shown
	scroll  int                      // how many rows of the answers are above the page
	page    int                      // how many rows of them it shows, as last drawn
	clock   *countdown
}

// earlierAnswers is how many answers are read to stand beside a question.
const earlierAnswers = 30

// NewQuestion makes the page.
func NewQuestion(env *Env, s QuestionStart) *QuestionScreen {
	return &QuestionScreen{env: env, id: "question:" + store.NewUID(), start: s, kept: s.Kept, clock: newCountdown(env, 0)}
}

// ID is the page's name for answers.
func (s *QuestionScreen) ID() string { return s.id }

// questionPage is what is read for the page.
type questionPage struct {
	set     journal.PromptSet
	prompts []journal.Prompt
	at      int
	answers []journal.ReflectionView
	person  string
}

// Init reads the question and what was answered.
func (s *QuestionScreen) Init() tea.Cmd {
	s.seq++
	env, start := s.env, s.start
	if p, ok := s.prompt(); ok {
		start.PromptID, start.SetID = p.ID, s.set.ID
	} else if s.read && s.err == nil && len(s.prompts) > 0 {
		return nil // the set is through
	}
	return tea.Batch(s.clock.follow(s.id), load(env, s.id, s.seq, func(ctx context.Context) (questionPage, error) {
		return readQuestion(ctx, env, start)
	}))
}

func readQuestion(ctx context.Context, env *Env, start QuestionStart) (page questionPage, err error) {
	q, err := env.Store.Questions(ctx)
	if err != nil {
		return page, err
	}
	if page, err = findQuestion(env, q, start); err != nil || len(page.prompts) == 0 {
		return page, err
	}
	if start.PersonID != 0 {
		p, err := env.Store.Person(ctx, start.PersonID)
		if err != nil && journal.ErrorCode(err) != journal.CodeNotFound {
			return page, err
		}
		page.person = p.Name
	}
	page.answers, _, err = env.Store.Reflections(ctx, store.ReflectionQuery{PromptID: page.prompts[page.at].ID, Limit: earlierAnswers})
	return page, err
}

// findQuestion finds the question and those it is asked with.
func findQuestion(env *Env, q journal.Questions, start QuestionStart) (page questionPage, err error) {
	set := start.SetID
	if start.PromptID != "" {
		p, ok := q.Prompt(start.PromptID)
		if !ok {
			return page, journal.Errorf(journal.CodeNotFound, "This question is not there any more; %s brings back what was deleted last.", env.key("undo", "u"))
		}
		set = p.SetID
	}
	var ok bool
	if page.set, ok = q.Set(set); !ok {
		return page, journal.Errorf(journal.CodeNotFound, "This set is not there any more; %s brings back what was deleted last.", env.key("undo", "u"))
	}
	want := start.PromptID
	if want == "" {
		want = page.set.At
	}
	// One that is hidden and asked for all the same stands in its place.
	page.prompts = slices.DeleteFunc(slices.Clone(page.set.Prompts), func(p journal.Prompt) bool { return p.Hidden && p.ID != start.PromptID })
	page.at = max(0, slices.IndexFunc(page.prompts, func(p journal.Prompt) bool { return p.ID == want }))
	return page, nil
}

// prompt is the question on the page; ok is false before it is read and after the last one.
func (s *QuestionScreen) prompt() (journal.Prompt, bool) {
	if s.at >= len(s.prompts) {
		return journal.Prompt{}, false
	}
	return s.prompts[s.at], true
}

// answeredMsg tells the page below that an answer was kept.
type answeredMsg struct {
	to string
	id int64
}

func (m answeredMsg) target() string { return m.to }

// Update takes in what was read.
func (s *QuestionScreen) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded[questionPage]:
		if m.seq == s.seq {
			s.take(m)
		}
	case tickMsg:
		return s.clock.take(m)
	case answeredMsg:
		s.kept, s.scroll = m.id, 0
		return s.stopAt(s.at + 1)
	case aboutMsg:
		s.start.PersonID, s.person = m.id, m.name
	}
	return nil
}

func (s *QuestionScreen) take(m loaded[questionPage]) {
	s.read, s.err = true, m.err
	if m.err != nil {
		return
	}
	was, _ := s.prompt()
	s.set, s.prompts, s.at = m.value.set, m.value.prompts, m.value.at
	s.answers, s.person = m.value.answers, m.value.person
	if now, ok := s.prompt(); ok && (now.ID != was.ID || now.Seconds != s.clock.whole) {
		s.clock.begin(now.Seconds)
	}
	if !slices.ContainsFunc(s.answers, func(a journal.ReflectionView) bool { return a.ID == s.kept }) {
		s.kept = 0 // taken back
	}
}

// isKept reports whether a new answer was kept and stands on the page.
func (s *QuestionScreen) isKept() bool { return s.kept != 0 }

// older are the answers there were before the one that was kept just now.
func (s *QuestionScreen) older() []journal.ReflectionView {
	return slices.DeleteFunc(slices.Clone(s.answers), func(a journal.ReflectionView) bool { return a.ID == s.kept })
}

// stopAt remembers where to go on in the set, without a word: it is no change one would undo.
func (s *QuestionScreen) stopAt(i int) tea.Cmd {
	if s.start.Alone || s.env.Store.ReadOnly() || s.set.ID == "" {
		return nil
	}
	at := ""
	if i < len(s.prompts) {
		at = s.prompts[i].ID
	}
	env, set := s.env, s.set.ID
	return func() tea.Msg {
		if err := env.Store.StopAt(env.Ctx, set, at); err != nil {
			return failed(err)
		}
		return nil
	}
}

// goTo opens another question of the set.
func (s *QuestionScreen) goTo(i int) tea.Cmd {
	s.at, s.kept, s.earlier, s.scroll = max(0, min(i, len(s.prompts))), 0, false, 0
	s.answers = nil
	s.clock.begin(0)
	if p, ok := s.prompt(); ok {
		s.clock.begin(p.Seconds)
		return inOrder(s.stopAt(s.at), s.Init())
	}
	return s.stopAt(s.at)
}

func (s *QuestionScreen) write() tea.Cmd {
	p, ok := s.prompt()
	if !ok {
		return nil
	}
	return push(NewAnswer(s.env, AnswerStart{PromptID: p.ID, PersonID: s.start.PersonID, below: s.id, clock: s.clock}))
}
