package verbs

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
)

// reflecting is what `reflect` was given besides the question and the words.
type reflecting struct {
	list, all, answers, free bool
	add, file, about, at     string
	minutes                  int
}

func (a *app) reflectVerb() *cobra.Command {
	var in reflecting
	cmd := &cobra.Command{
		Use: "reflect [SET or PROMPT]",
		Long: "Opens the questions, a set or one; text piped in or in --file is kept as your\n" +
			"answer to PROMPT. Both are an id, the beginning of one, or part of their words.",
		Example: "bothways reflect --list\n" +
			`echo "What would you try?" | bothways reflect meaning/sentence --about Sam`,
		ValidArgsFunction: a.completeQuestion,
		RunE: func(cmd *cobra.Command, args []string) error {
			words := strings.Join(args, " ")
			if len(args) > 0 && journal.Blank(words) {
				return misused(cmd, "That name is empty; `%s` takes an id or any part of a set's title or a question's words.", cmd.CommandPath())
			}
			if err := in.check(cmd, words); err != nil {
				return err
			}
			switch {
			case in.list:
				return a.listQuestions(cmd, words, in.all)
			case in.answers:
				return a.listAnswers(cmd, words, in.about)
			case cmd.Flags().Changed("add"):
				return a.addSet(cmd, in.add)
			case !cmd.Flags().Changed("file") && a.env.StdinTerminal:
				return a.reflectOnScreen(cmd, words, in)
			}
			return a.answer(cmd, words, in)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&in.list, "list", false, "the sets and their questions")
	f.BoolVar(&in.all, "all", false, "with --list: hidden ones as well")
	f.BoolVar(&in.answers, "answers", false, "earlier answers, newest first")
	f.StringVar(&in.add, "add", "", "take in your own questions from `FILE`; - is the pipe")
	f.BoolVar(&in.free, "free", false, "answer no question: free words")
	f.StringVar(&in.file, "file", "", "the `FILE` whose text is the answer; - is the pipe")
	f.StringVar(&in.about, "about", "", "the person `NAME` fits, whom the answer is about")
	f.StringVar(&in.at, "at", "", "`WHEN` you wrote it: \"2026-11-20 21:00\", yesterday 9:30")
	f.IntVar(&in.minutes, "minutes", 0, "how many `MINUTES` it took")
	a.jsonFlag(cmd)
	a.completeFlags(cmd)
	return cmd
}

// check refuses what contradicts itself, before anything is read or opened.
func (in reflecting) check(cmd *cobra.Command, words string) error {
	given := cmd.Flags().Changed
	var does []string
	for _, name := range []string{"list", "answers", "add", "free"} {
		if given(name) {
			does = append(does, "--"+name)
		}
	}
	switch {
	case len(does) > 1:
		return misused(cmd, "%s and %s ask for different things; give one of them.", does[0], does[1])
	case given("add") && in.add == "":
		return misused(cmd, "--add needs the name of a file, or - for what is piped in.")
	case given("file") && in.file == "":
		return misused(cmd, "--file needs the name of a file, or - for what is piped in.")
	case given("about") && journal.Blank(in.about):
		return misused(cmd, "--about needs a name.")
	case given("minutes") && (in.minutes < 1 || in.minutes > journal.MaxMinutes):
		return misused(cmd, "--minutes is between 1 and %d.", journal.MaxMinutes)
	case in.all && !in.list:
		return misused(cmd, "--all goes with --list.")
	case words != "" && (in.free || given("add")):
		return misused(cmd, "%s takes no question after it; “%s” is too much.", does[0], clipped(words))
	}
	for _, name := range []string{"file", "about", "at", "minutes"} {
		if given(name) && (in.list || given("add") || in.answers && name != "about") {
			return misused(cmd, "--%s goes with an answer to be kept, not with %s.", name, does[0])
		}
	}
	return nil
}

// reflectOnScreen opens the questions, a set or one question.
func (a *app) reflectOnScreen(cmd *cobra.Command, words string, in reflecting) error {
	if err := a.needTerminal(cmd); err != nil {
		return err
	}
	given := cmd.Flags().Changed
	switch {
	case a.json:
		return misused(cmd, "--json answers for text that is piped in or named with --file, for --list and for --answers.")
	case given("at") || given("minutes"):
		return misused(cmd, "--at and --minutes go with text that is piped in or named with --file.")
	case given("about") && words == "" && !in.free:
		return misused(cmd, "--about goes with a set, a question or --free.")
	}
	ctx := cmd.Context()
	at, err := a.findJournal(ctx)
	if err == nil {
		err = a.mayAnswer(words, in.about, at)
	}
	if err != nil {
		return err
	}
	return a.withJournal(ctx, func(s *store.Store) error {
		start := Start{Screen: ScreenReflect, Free: in.free}
		if words != "" {
			q, err := s.Questions(ctx)
			if err != nil {
				return err
			}
			asked, err := findQuestion(q, words)
			if err != nil {
				return err
			}
			start.SetID = asked.set.ID
			if asked.prompt != nil {
				start.PromptID = asked.prompt.ID
			}
		}
		if in.about != "" {
			p, err := findKnown(ctx, s, in.about)
			if err != nil {
				return err
			}
			start.Person, start.Name = p.ID, p.Name
		}
		return a.startTUI(ctx, s, start)
	})
}

// mayAnswer checks what can be checked without a journal, so that a command that cannot succeed
// does not make one.
func (a *app) mayAnswer(words, about string, at place) error {
	switch {
	case at.exists:
		return nil
	case about != "":
		return journal.Errorf(journal.CodeNotFound, "“%s” is nobody yet, since there is no journal at %s, and nothing was made or kept.", clipped(about), at.path)
	case words == "":
		return nil
	}
	q, err := builtIn()
	if err == nil {
		_, err = findQuestion(q, words)
	}
	return err
}

// findKnown is the one person name fits. A reflection is about somebody who is there already: it
// makes nobody.
func findKnown(ctx context.Context, s *store.Store, name string) (journal.PersonSummary, error) {
	p, err := s.FindPerson(ctx, name)
	if journal.ErrorCode(err) == journal.CodeNotFound {
		err = journal.Errorf(journal.CodeNotFound, "Nobody in your journal is called “%s”, and a reflection makes nobody new; `bothways people` lists everyone.", clipped(name))
	}
	return p, err
}

// readAt is the moment an answer was written.
func (a *app) readAt(cmd *cobra.Command, word string) (time.Time, error) {
	if !cmd.Flags().Changed("at") {
		return a.now().Truncate(time.Second), nil
	}
	at, err := journal.ReadWritten(word, a.now())
	if err != nil {
		return at, misread(cmd, err)
	}
	return at, nil
}
