package verbs

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/picture"
	"bothways/tui/safe"
)

// insightsAsked are the flags of insights.
type insightsAsked struct{ period, from, to string }

func (a *app) insightsVerb() *cobra.Command {
	var in insightsAsked
	cmd := &cobra.Command{
		Use: "insights",
		Long: "Draws what a time adds up to: conversations in both directions, the nine\n" +
			"interventions, listening, asking and advising, energy, what was given and\n" +
			"received, what became of actions, who helps with what, and hours. Each picture\n" +
			"has a sentence that says what is seen in it.\n\n" +
			"A time is 3months, 12months, this-year, last-year, 2years, 5years, 10years or\n" +
			"all; or it goes from one day to another, each a day such as 2026-11-21, a month\n" +
			"such as 2026-11, or a year.\n\n" +
			"With --json it is one object: period {name, from, to}; pictures [{id, title,\n" +
			"sentence, drawn}]; conversations {by, steps: [{from, to, mentor, mentee,\n" +
			"mutual}]}; interventions {conversations, used: [{name, mentor, mentee, mutual}],\n" +
			"never: []}; balance {by, steps: [{from, to, conversations, listening, asking,\n" +
			"advising}]}, in tenths; energy [{relationship, person, role, conversations,\n" +
			"average, newest: []}]; exchanges {by, steps: [{from, to, gave, got}]}; actions\n" +
			"{mine, theirs: {kept, dropped, open, carried}}; focus {rows: [{focus, with:\n" +
			"[{relationship, person, role}]}], nobody_helps: []}; hours {by, steps: [{from,\n" +
			"to, minutes, timed, conversations}]}. Steps begin with the first thing kept.",
		Example:           "bothways insights --period last-year\nbothways insights --from 2024-03 --to 2025 --json | jq .energy",
		Args:              noWords,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			empty, err := a.insightPeriod(cmd, in, journal.Date{})
			if err != nil { // before a journal is looked for
				return err
			}
			return a.listing(cmd.Context(), func() error { return a.insightsJSON(noInsights(empty), a.discreet.veil) }, func(s *store.Store) error {
				first, err := s.FirstDay(cmd.Context())
				if err != nil {
					return err
				}
				p, err := a.insightPeriod(cmd, in, first)
				if err != nil {
					return err
				}
				return a.insights(cmd.Context(), s, p, a.discreet.veil)
			})
		},
	}
	names := make([]string, len(journal.PeriodNames()))
	for i, n := range journal.PeriodNames() {
		names[i] = string(n)
	}
	cmd.Flags().StringVar(&in.period, "period", string(journal.Period12Months), "the `TIME` to look at: "+strings.Join(names[:2], ", ")+" and so on")
	cmd.Flags().StringVar(&in.from, "from", "", "its first `DAY`, month or year")
	cmd.Flags().StringVar(&in.to, "to", "", "its last `DAY`, month or year; else today")
	// Only a flag that does not exist, or one registered twice, is refused.
	_ = cmd.RegisterFlagCompletionFunc("period", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	a.jsonFlag(cmd)
	a.completeFlags(cmd)
	return cmd
}

// noInsights is what there is to see before anything is kept.
func noInsights(p journal.Period) journal.Insights {
	return journal.Insights{Period: p, TalksBy: journal.UnitWeek, HoursBy: journal.UnitMonth, SplitsBy: journal.UnitMonth, CrossedBy: journal.UnitMonth}
}

// insightPeriod is the time that is meant; first is the day of the first thing kept, zero for none.
func (a *app) insightPeriod(cmd *cobra.Command, in insightsAsked, first journal.Date) (p journal.Period, err error) {
	today := journal.DateOf(a.now())
	given := cmd.Flags().Changed
	if !given("from") && !given("to") {
		name, err := journal.ParsePeriodName(in.period)
		if err != nil {
			return p, misread(cmd, err)
		}
		return name.Period(today, first), nil
	}
	if given("period") {
		return p, misused(cmd, "A time has a name or goes from day to day: --period goes without --from and --to.")
	}
	read := func(flag, text string) (d journal.Days, err error) {
		if !given(flag) {
			return d, nil
		}
		if d, err = journal.ReadDays(text, today); err != nil {
			return d, misused(cmd, "--%s takes a day such as 2026-11-21, a month such as 2026-11, or a year; “%s” is none.", flag, text)
		}
		return d, nil
	}
	from, err := read("from", in.from)
	if err != nil {
		return p, err
	}
	to, err := read("to", in.to)
	if err != nil {
		return p, err
	}
	p, err = journal.PeriodBetween(from.From, to.To, today, first)
	if err != nil {
		return p, misread(cmd, err)
	}
	return p, nil
}

// insights prints the pictures of a period.
func (a *app) insights(ctx context.Context, s *store.Store, p journal.Period, veil journal.Veil) error {
	in, err := s.Insights(ctx, p, a.config.Week)
	if err != nil {
		return err
	}
	if a.json {
		return a.insightsJSON(in, veil)
	}
	if err := a.line("%s", a.config.Dates.PeriodAndDays(p)); err != nil {
		return err
	}
	for _, pic := range picture.All(in, veil, a.config.Dates) {
		if err := a.picture(pic); err != nil {
			return err
		}
	}
	return nil
}

// pictureHeight is how many rows a picture of columns takes at most.
const pictureHeight = 11

// picture prints one picture: its title, the sentence that says what is seen, and the drawing.
func (a *app) picture(pic picture.Picture) error {
	if err := a.line("\n%s\n%s", strings.ToUpper(safe.Line(pic.Title)), safe.Line(pic.Sentence)); err != nil {
		return err
	}
	if !pic.Drawn() {
		return a.line("%s", pic.More)
	}
	for _, row := range pic.Written(a.page(), pictureHeight) {
		if text := row.Plain(); text != "" {
			if err := a.rows(text); err != nil {
				return err
			}
		}
	}
	return nil
}
