/** What the command says of itself: in English, as all that it says to a panel's author. */
export const testPanelHelp = `Usage: klartext test-panel <url> [options]

Checks whether the panel API at <url> (such as https://panel.example/api/privacy)
keeps the contract. Without --write it reads alone. docs/test-panel.md tells all of it.

Options:
  --header "Name: value"            Sent with each request: the session of a person
                                    who may decide. May be given several times.
  --read-only-header "Name: value"  The same for a person who may look and not decide.
  --config <file>                   A module that exports the panel's policy as
                                    "policy". Default: the built-in policy.
  --write                           Also decides: says first what will be recorded and
                                    sent, refuses unless every purpose is undecided or
                                    withdrawn, and ends with everything withdrawn.
  --yes                             Does not ask before deciding.
  --only <ids>                      Checks the rules alone whose ids begin so.
  --max-time <seconds>              Ends after that time; what was not come to is not
                                    tried. Default: 600.
  --json                            Prints the report as JSON.
  --junit <file>                    Also writes it as JUnit XML.
  --help                            Prints this.

On the wire, with --write:
  --receive                         Is the vendor: prints its address and the file of its
                                    authority, waits until the panel names both in its
                                    transport facts, and checks what arrives.
  --receive-port <port>             Its port. Default: any free one.
  --receive-host <address>          Its address. Default: 127.0.0.1.
  --receive-folder <folder>         Keeps the authority, so that a panel can be configured
                                    before. Default: a folder that is removed again.
  --receive-wait <seconds>          How long it waits for the panel. Default: 120.
  --receive-limit <seconds>         How long it waits for a request that has to come.
                                    Default: 60.
  --tick "<command>"                Run whenever something has to come: has a panel send
                                    that does so by cron.
  --crash "<command>"               Makes happen what the panel reports by event; without
                                    it that is not tried.

First it looks for what stands before the panel and changes what it answers. For that it
sends PUT, DELETE and POST for a purpose that there is not, which changes nothing.

Exit status: 0 when no rule is broken, 1 when one is, or something between here and
the panel changes answers, 2 when it was used wrongly, 4 when a person is needed (to say
yes, to withdraw, to start the panel), 5 when no panel answers, 6 when nobody is signed in
or may decide, 7 when all is kept and a deletion at the vendor is still open.`;
