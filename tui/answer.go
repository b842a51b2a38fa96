package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// AnswerStart says what is written: an answer to a question, free words, an edit of an answer, or a
// draft taken up again.
type AnswerStart struct {
	PromptID     string // "" for free words
	PersonID     int64  // whom it is about, 0 for nobody
	ReflectionID int64  // edit this answer
	DraftID      int64

	below string     // the page of the question, where it is the one below
	clock *countdown // its time, which goes on here
}

// AnswerScreen is the page an answer is written on, its question above the words.
type AnswerScreen struct {
	pen
	seq   int
	below string
	clock *countdown

	title   string // of the question's set
	person  string
	answers []journal.ReflectionView // earlier ones to the same question
	earlier bool                     // they are shown
}

// NewAnswer makes the page.
func NewAnswer(env *Env, s AnswerStart) *AnswerScreen {
	d := journal.Draft{
		Kind: journal.DraftAnswer, ID: s.DraftID, ReflectionID: s.ReflectionID, PersonID: s.PersonID,
		Asked: journal.Asked{PromptID: s.PromptID},
	}
	a := &AnswerScreen{pen: newPen(env, "answer", d, false), below: s.below, clock: s.clock}
	if a.clock == nil {
		a.clock = newCountdown(env, 0)
	}
	return a
}

// NewAnswerDraft takes a draft of an answer up again.
func NewAnswerDraft(env *Env, draftID int64) *AnswerScreen {
	return NewAnswer(env, AnswerStart{DraftID: draftID})
}

// answerPage is what is read for the page.
type answerPage struct {
	draft   *journal.Draft
	again   bool // there was a draft of this answer
	orphan  bool // the draft was of an answer that is deleted
	kept    *journal.ReflectionView
	asked   journal.Asked
	title   string
	person  string
	answers []journal.ReflectionView
}

// Init reads what the page needs; the words themselves only once.
func (s *AnswerScreen) Init() tea.Cmd {
	s.seq++
	first, d, env := !s.ready, s.draft, s.env
	return tea.Batch(s.clock.follow(s.ID()), s.stands(load(s.env, s.ID(), s.seq, func(ctx context.Context) (answerPage, error) {
		return readForAnswering(ctx, env, d, first)
	})))
}

func readForAnswering(ctx context.Context, env *Env, d journal.Draft, words bool) (page answerPage, err error) {
	st := env.Store
	if words {
		if err := page.readDraft(ctx, st, &d); err != nil {
			return page, err
		}
	}
	if d.ReflectionID != 0 {
		kept, err := st.Reflection(ctx, d.ReflectionID)
		switch {
		case err == nil:
			page.kept = &kept
			d.Asked = kept.Asked
			if page.draft == nil && words {
				d.PersonID = kept.PersonID
			}
		case page.draft != nil && journal.ErrorCode(err) == journal.CodeNotFound: // deleted since: the words go on as a new answer
			page.draft.ReflectionID, page.draft.BaseRev, page.orphan = 0, 0, true
		default:
			return page, err
		}
	}
	if page.asked = d.Asked; d.Asked.PromptID != "" {
		if err := page.readQuestion(ctx, env, d); err != nil {
			return page, err
		}
	}
	if d.PersonID != 0 {
		p, err := st.Person(ctx, d.PersonID)
		if err != nil && journal.ErrorCode(err) != journal.CodeNotFound {
			return page, err
		}
		page.person = p.Name
	}
	return page, nil
}

// readDraft finds the draft to go on from: the one that is asked for, or one of the same answer that
// was begun and not kept.
func (page *answerPage) readDraft(ctx context.Context, st *store.Store, d *journal.Draft) error {
	if d.ID != 0 {
		kept, err := st.Draft(ctx, d.ID)
		if err != nil {
			return err
		}
		page.draft, *d = &kept.Draft, kept.Draft
		return nil
	}
	waiting, err := st.Drafts(ctx, todayDrafts)
	if err != nil {
		return err
	}
	for _, w := range waiting {
		if goesOn(w, *d) {
			page.draft, page.again, *d = &w.Draft, true, w.Draft
			break
		}
	}
	return nil
}

// goesOn reports whether a waiting draft is what d is about to be: of the same answer, or a new one
// to the same question. One about somebody else than was chosen is another answer.
func goesOn(w journal.DraftView, d journal.Draft) bool {
	switch {
	case w.Kind != journal.DraftAnswer || w.ReflectionID != d.ReflectionID:
		return false
	case d.ReflectionID != 0:
		return true
	}
	return d.Asked.PromptID != "" && w.Asked.PromptID == d.Asked.PromptID && (d.PersonID == 0 || d.PersonID == w.PersonID)
}

// readQuestion reads the question as it is worded now, unless it was put already, and what was
// answered to it before.
func (page *answerPage) readQuestion(ctx context.Context, env *Env, d journal.Draft) error {
	q, err := env.Store.Questions(ctx)
	if err != nil {
		return err
	}
	p, there := q.Prompt(d.Asked.PromptID)
	if set, ok := q.Set(p.SetID); ok {
		page.title = set.Title
	}
	if d.Asked.Question == "" {
		if !there {
			return journal.Errorf(journal.CodeNotFound, "This question is not there any more; %s brings back what was deleted last.", env.key("undo", "u"))
		}
		page.asked = p.Asked()
	}
	all, _, err := env.Store.Reflections(ctx, store.ReflectionQuery{PromptID: d.Asked.PromptID, Limit: earlierAnswers})
	for _, a := range all {
		if a.ID != d.ReflectionID {
			page.answers = append(page.answers, a)
		}
	}
	return err
}

// Update takes in answers of the journal, and keys of the text.
func (s *AnswerScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded[answerPage]:
		return s.read(msg)
	case tickMsg:
		return s.clock.take(msg)
	case wordsKept:
		return s.afterKeeping(msg)
	case aboutMsg:
		s.draft.PersonID, s.person, s.details = msg.id, msg.name, true
		s.lifts.context(s.liftContext())
		return s.touched()
	case looseMsg:
		return s.loose(msg)
	}
	if cmd, ok := s.progress(msg); ok {
		return cmd
	}
	return s.typed(msg)
}

// read puts what was read in its place.
func (s *AnswerScreen) read(msg loaded[answerPage]) tea.Cmd {
	if msg.seq != s.seq {
		return nil
	}
	if msg.err != nil {
		return s.unreadable(msg.err)
	}
	page := msg.value
	s.title, s.answers, s.person = page.title, page.answers, page.person
	if !s.ready {
		s.begin(page)
	}
	s.lifts.context(s.liftContext())
	switch {
	case page.orphan:
		return say("The answer these words were about was deleted; kept, they become a new one.")
	case page.again:
		return say("These are the words you had not kept yet.")
	case s.env.Store.ReadOnly():
		return send(sayMsg{text: "The journal can only be read, so nothing written here can be kept in it; " + s.env.textKey("file", "ctrl+f") + " puts the words into a file.", bad: true})
	}
	return nil
}

func (s *AnswerScreen) begin(page answerPage) {
	kept := ""
	if page.kept != nil {
		kept = page.kept.Text
	}
	s.take(kept, page.draft)
	s.draft.Kind, s.draft.Asked = journal.DraftAnswer, page.asked
	s.spend = page.kept == nil
	if page.kept == nil {
		return
	}
	if page.draft == nil {
		s.draft.BaseRev = page.kept.Rev
	}
	if !s.details { // they may have been changed in another place since
		s.draft.PersonID, s.draft.At, s.draft.Seconds = page.kept.PersonID, page.kept.At, page.kept.Seconds
		s.person = page.kept.PersonName
	}
}

// loose goes on with words that belong to nothing, or are about nobody, any more.
func (s *AnswerScreen) loose(m looseMsg) tea.Cmd {
	gone, now := "The answer you edit here", ": "+s.env.textKey("keep", "ctrl+s")+" keeps them as a new one,"
	if !m.edit {
		gone, now = "Whom you write about here", ", about nobody;"
	}
	if s.draft.PersonID == 0 {
		s.person = ""
	}
	s.lifts.context(s.liftContext())
	return tea.Batch(s.Init(), loose(s.env, gone, now))
}

// afterKeeping shows the answer beside the earlier ones.
func (s *AnswerScreen) afterKeeping(m wordsKept) tea.Cmd {
	said, cmd := s.wasKept(m)
	switch asked := s.draft.Asked.PromptID; {
	case said == "":
		return cmd
	case s.below != "":
		return inOrder(s.close(), send(answeredMsg{to: s.below, id: m.id}), send(changedMsg{say: said}))
	case asked != "" && !s.kept():
		return inOrder(replace(NewQuestion(s.env, QuestionStart{PromptID: asked, PersonID: s.draft.PersonID, Alone: true, Kept: m.id})), send(changedMsg{say: said}))
	}
	return inOrder(s.close(), send(changedMsg{say: said}))
}

func (s *AnswerScreen) liftContext() journal.LiftContext {
	on := s.env.Day() // a new answer is of the moment it is kept
	if !s.draft.At.IsZero() {
		on = journal.DateOf(s.draft.At)
	}
	return journal.LiftContext{On: on, Person: s.person}
}

// Claims reports whether the text takes a key: most of them, but not tab, which shows what was
// answered before.
func (s *AnswerScreen) Claims(k tea.KeyPressMsg) bool {
	return k.String() != "tab" && s.pen.Claims(k)
}

// Actions are what can be done with an answer beside typing it.
func (s *AnswerScreen) Actions() []Action {
	noEarlier, who := "", "about whom"
	if len(s.answers) == 0 {
		noEarlier = "There is no earlier answer to this."
	}
	if s.draft.PersonID != 0 {
		who = "about nobody"
	}
	noTime := ""
	if s.clock.whole == 0 {
		noTime = "This question asks for no time; take what you like."
	}
	return []Action{
		{ID: "keep", Group: groupHere, Keys: []string{"ctrl+s"}, Name: "keep", Help: "keep the answer and what lifted from it", Foot: true, Run: s.keep},
		{ID: "earlier", Group: groupHere, Keys: []string{"tab"}, Name: "earlier", Help: "show what you answered before, or hide it", Foot: noEarlier == "", Disabled: noEarlier, Run: func() tea.Cmd { s.earlier = !s.earlier; return nil }},
		{ID: "about", Group: groupHere, Keys: []string{"ctrl+t"}, Name: who, Help: "say whom your answer is about, or that it is about nobody", Foot: true, Run: func() tea.Cmd { return askAbout(s.env, s.ID(), s.draft.PersonID) }},
		{ID: "time", Group: groupHere, Keys: []string{"ctrl+g"}, Name: "time", Help: "begin the time this question asks for, or halt it", Disabled: noTime, Run: func() tea.Cmd { return s.clock.toggle(s.ID()) }},
		{ID: "editor", Group: groupHere, Keys: []string{"ctrl+e"}, Name: "editor", Help: "go on in your own editor, and come back", Foot: true, Run: s.handOff},
		s.toFile(),
		{ID: "leave", Group: groupHere, Keys: []string{"esc"}, Name: "leave", Help: "leave; the words wait on the first page", Foot: true, Run: s.goBack},
	}
}
