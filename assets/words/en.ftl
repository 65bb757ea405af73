### The app's texts in English. See README.md for how to add one.

## The top bar

help = Help
panel-inspector = Inspector
panel-log = Log
panel-people = People
language-hint = Language
menu-scenarios = Scenarios
menu-runs = Saved runs
runs-none = There are no other saved runs
runs-about = { $title } · { $when } · { $n ->
    [one] 1 person
   *[other] { $n } people
}
save-in-use = in use by another Collegium
save-newer = made by a newer Collegium
save-unreadable = cannot be read
week-and-day = week { $week }, day { $day }
pause = Pause
go-on = Go on
one-tick = One tick
paused = paused
speed-max = max
speed-runs = runs { $speed }
speed-hint = The speed achieved on this machine
key-hint = Key { $key }
measures = { $fps } fps · tick { $tick } µs
measures-hint = Frames per second, and the mean length of a simulated tick

## Days and moments

day-monday = Monday
day-tuesday = Tuesday
day-wednesday = Wednesday
day-thursday = Thursday
day-friday = Friday
day-saturday = Saturday
day-sunday = Sunday
day-mon = Mon
day-tue = Tue
day-wed = Wed
day-thu = Thu
day-fri = Fri
day-sat = Sat
day-sun = Sun
moment = { $when } (week { $week })
date = { $day } { $month }
day-and-date = { $day }, { $date }
date-and-season = { $date }, { $season }
month-jan = Jan
month-feb = Feb
month-mar = Mar
month-apr = Apr
month-may = May
month-jun = Jun
month-jul = Jul
month-aug = Aug
month-sep = Sep
month-oct = Oct
month-nov = Nov
month-dec = Dec
season-spring = spring
season-summer = summer
season-autumn = autumn
season-winter = winter
sky-clear = clear
sky-overcast = overcast
sky-rain = rain
sky-snow = snow

## Keys and what they do

keys-space = Space
keys-click = Click
keys-double-click = Double click
keys-drag = Drag, W A S D, arrows
keys-wheel = Wheel, + and −
do-pause = Pause or go on
do-step = Run one tick (ten simulated seconds)
do-speed-1 = Real time
do-speed-10 = 10×
do-speed-60 = 60×: a minute per second
do-speed-600 = 600×: ten minutes per second
do-speed-max = As fast as possible
do-home = Show the whole campus
do-follow = Follow the selected person, or stop
do-people = List of people
do-inspector = Inspector
do-log = Event log
do-save = Save now
do-picture = Save a picture of the window
do-help = This help
do-back = Close what is open, or clear the selection
do-new-run = New run of this scenario
do-quit = Save and quit
do-leave = Quit without saving
do-select = Select a person
do-select-and-follow = Select and follow
do-move = Move over the campus
do-zoom = Nearer and farther
help-what = Watch a campus live. Click people to see what they do, and why.
help-about = All people here are fictional. By default their minds are built in: no model, no network. Version { $version }.

## Notices

saved-as = Saved as { $name }
not-saved = Not saved: { $why }
not-opened = Not opened: { $why }
picture-saved = Picture saved as { $file }
picture-not-saved = The picture could not be saved: { $why }
trouble-autosave = { $why }. Time stands still, so that nothing is lost
trouble-pictures = The pictures could not be made
trouble-map = The map is shown plainly: { $why }
map-redrawn = The map is drawn anew
map-changed = The map is drawn anew; what has changed of its ways and places counts when the run is begun anew
map-unsound = The map's file has changed, and is not sound: { $why } { $more ->
    [0] { "" }
    [one] (and 1 more: `collegium doctor --map` lists both)
   *[other] (and { $more } more: `collegium doctor --map` lists all)
}
do-overlay = Colour the map by the next measure: presence, reach, occupancy, paths, none
menu-overlay = Overlay on the map
overlay-presence = Presence
overlay-presence-hint = Where people have been since { $when }
overlay-reach = Reach
overlay-reach-hint = Minutes on foot from { $name }
overlay-reach-nobody = Select somebody on campus: the way from there is shown
overlay-occupancy = Occupancy
overlay-occupancy-hint = People in each place, of those for whom there is room
overlay-paths = Paths
overlay-paths-hint = The ways that people are walking now: { $number ->
    [one] one person
   *[other] { $number } people
}
overlay-compared = Overlays rest while two campuses are compared
overlay-none = No overlay
overlay-minutes = { $number } min
overlay-empty = empty
overlay-full = full
overlay-few = one
overlay-many = four or more
trouble-palette = People have plain colours: assets/people/palette.toml cannot be read ({ $why })

## The list of people

people-title = People
people-some = { $some } of { $all }
people-search = Name, role or group…
people-none = Nobody like that
search-clear = Clear

## The event log

events-title = Events
events-only-selected = only selected
events-none-yet = Nothing has happened yet
events-hidden = { $n ->
    [one] One event is hidden by the filters
   *[other] All { $n } events are hidden by the filters
}
events-show-all = Show all
search = Search…
topic-talk = talk
topic-class = class
topic-arrivals = arrivals
topic-queue = queue
topic-norms = norms
topic-plans = plans
topic-refusals = refusals

## The inspector

tab-now = Now
tab-plan = Plan
tab-memories = Memories
tab-decisions = Decisions
tab-about = About
who-line = { $role }, { $age } · { $group }
who-from = from { $place }
mind-hint = Which mind decides for this person
mind-built-in-mind = built-in mind
follow = follow
following = following
now-aim = Aim
now-why = Why
now-step = Step
now-since = Since
now-since-until = { $since }, until { $until }
now-then = Then
now-where = Where
now-going-to = Going to
now-steps-left = { $place } ({ $n ->
    [one] 1 step
   *[other] { $n } steps
} left)
now-money = Money
now-bag = Bag
bag-empty = empty
bag-borrowed = { $what } (of { $name })
now-lent = Lent
bag-lent = { $what } (to { $name }, until { $time })
plan-none = No plan yet: it is made after waking up
plan-old = The plan of the day before
plan-reactions = What came up
plan-departures = Otherwise than planned
memories-all = all
memories-search = Search memories…
memories-none = No such memories
memories-older = Older ones are found by searching
memories-before = from before
memories-importance = Importance { $n } of 10
decisions-none = No decisions yet
decisions-rest = Rests on: { $what }
decisions-offered = { $n ->
    [one] One memory came to mind
   *[other] { $n } memories came to mind
}
lines-rest = What was said lately, and what it rests on
line-to = { $time } to { $name }
line-rests-on-nothing = on no memory
chain-now = Thinks step by step
chain-past = { $time } · { $n ->
    [one] one step
   *[other] { $n } steps
} · { $ending }
chain-ending-met = nothing more to do
chain-ending-lasts = goes on by itself
chain-ending-enough = steps enough
chain-ending-gave-up = came to nothing
chain-ending-overtaken = overtaken
decisions-weighed = { $n ->
    [one] 1 option weighed
   *[other] { $n } options weighed
}
about-story = Story
about-lifestyle = Way of life
about-task = On the mind
about-part = Next: { $part } ({ $done } % of the whole)
about-done = Done: { $what }
about-given-up = Given up: { $what }
about-goals = Goals
about-own-goal = { $what } ({ $days } of { $of } days)
about-goal-met = Met: { $what }
about-goal-given-up = Given up: { $what } ({ $why })
about-courses = Courses
about-test = last test: { $result } of 100 ({ $expected } expected)
about-character = Character
about-knows = { $n ->
    [one] Knows 1 person
   *[other] Knows { $n } people
}
about-talks = { $n ->
    [one] 1 talk
   *[other] { $n } talks
}
about-closeness = Closeness { $n } of 10
about-fictional = All people here are fictional.

## What somebody does

state-asleep-in-town = asleep at home in town
state-in-town = at home in town
state-walking-to = on the way to { $place }
state-walking = on the way to somewhere
state-studying = studying { $what }
state-at-task = at work: { $what }
state-in-class = in { $what }
state-at = { $doing } ({ $place })
state-with = { $doing }, talking with { $name }
state-with-at = { $doing }, talking with { $name } ({ $place })
on-the-way = on the way
in-town = in town
somebody = somebody

doing-idle = idle
doing-sleeping = sleeping
doing-washing = washing
doing-eating = eating
doing-having-coffee = having coffee
doing-in-class = in class
doing-teaching = teaching
doing-studying = studying
doing-working = working
doing-walking = walking
doing-queueing = queueing
doing-exercising = exercising
doing-playing = playing
doing-resting = resting
doing-browsing = browsing
doing-waiting = waiting
doing-at-event = at event
doing-looking-at-a-screen = looking at a screen
doing-in-town = in town
doing-chatting = chatting

## Steps

call-move = go to { $place }
call-move-and-stay = go to { $place }: { $doing } for { $minutes } min
call-talk = talk to { $name }
call-attend = attend { $what }
call-buy = buy { $what }
call-study = study { $what } for { $minutes } min
call-post = post “{ $what }”
call-schedule = arrange to meet { $name } at { $time } ({ $place })
call-search = look up “{ $what }”
call-gesture = { $what } to { $name }
engagement-class = class
engagement-shift = shift
engagement-event = event
engagement-teaching = { $what } (teaching)
engagement-meeting = meeting { $name }
duty-shift = my shift
duty-meeting = the meeting with { $name }
plan-teach = teach { $what }

## Events

event-refused = { $who } could not { $call }: { $why }
event-arrived = { $who } arrives: { $place }
event-finished = { $who } finishes { $what }
event-served = { $who } gets { $what } after { $minutes } min ({ $place })
event-gave-up = { $who } gives up waiting for { $what } ({ $place })
event-talk-began = { $who } begins to talk with { $with } ({ $place })
event-said = { $who }: “{ $what }”
event-talk-ended = { $who } and { $with } part
event-class-began = { $what } begins ({ $place })
event-class-ended = { $what } ends ({ $place })
event-attended = { $who } is in time for { $what }
event-missed = { $who } missed { $what }
event-tested = { $who } wrote the test in { $what }: { $result } of 100
event-worked-part = { $who } has got a part of a task done: { $what }
event-worked-whole = { $who } has finished a task: { $what }
event-worked-given-up = { $who } gives up a task: { $what }
event-goal-set = { $who } takes a goal: { $what }
event-goal-met = { $who } has met a goal: { $what }
event-goal-given-up = { $who } gives up a goal ({ $why }): { $what }
event-violation-queue-cutting = { $who } pushes in front of { $with } ({ $place })
event-violation-noise = { $who } is too loud ({ $place })
event-planned = { $who } plans the day: { $what }
event-woke = { $who } wakes up
event-arranged = { $who } and { $with } arrange to meet: { $what }
event-posted = { $who } posts: “{ $what }”
event-found = { $who } looks up “{ $query }” and finds: { $what }
event-found-nothing = { $who } looks up “{ $query }” and finds nothing
event-paid = { $who } gets { $money } for the week
event-new-day = A new day


refusal-asleep = the caller is asleep
refusal-away = the caller is away in town, and the call needs the campus
refusal-bad-length = the length is shorter or longer than the tool takes
refusal-closed = the place is closed
refusal-full = as many people as the place holds are inside or on their way
refusal-no-free-spot = every seat or place for it is taken
refusal-no-way = no walkable way leads there
refusal-wrong-place = the activity is not possible in that place
refusal-not-your-room = the bedroom is somebody else's, and nobody of the house is in
refusal-nobody = no such person, or oneself
refusal-out-of-earshot = the other is too far away to hear, or a wall is between
refusal-partner-busy = the other is asleep, in class, on the way, or talking with somebody else
refusal-not-now = the caller is in class, on the way or otherwise not free to do that
refusal-not-your-turn = it is the other's turn to speak
refusal-bad-text = the text is empty or too long
refusal-not-yours = the caller is not enrolled, not on that shift, or not invited
refusal-not-there = the caller is not in the place where it is held
refusal-too-early = it is too early to come
refusal-over = it is over, or already settled
refusal-not-sold = the place the caller is in does not sell that, or not at this time of day
refusal-nobody-serves = nobody is behind the counter at this hour
refusal-cannot-afford = the caller has less money than the price
refusal-already-queueing = the caller stands in that queue already
refusal-queue-full = the queue is as long as queues get there
refusal-bad-time = the time is past, or too far ahead
refusal-clash = one of the two has something else at that time
refusal-nothing-to-eat = the bag holds nothing to eat or drink
refusal-not-carried = the bag does not hold it
refusal-not-yours-to-give = it is borrowed, and the other is not the one whom it belongs to
refusal-used-up = it is gone when it is used, so it can be given but not lent
refusal-out-of-reach = the other is too far away to be handed something, or a wall is between
refusal-bag-full = the other's bag holds as much as it can

## What people are

role-student = student
role-teacher = teacher
role-librarian = librarian
role-cook = cook
role-barista = barista
role-porter = porter
role-nurse = nurse
role-clerk = clerk
role-shopkeeper = shopkeeper
role-cleaner = cleaner
role-coach = coach
role-gardener = gardener
role-technician = technician
role-counsellor = counsellor

relation-friend = friend
relation-roommate = roommate
relation-partner = partner
relation-sibling = sibling
relation-colleague = colleague
relation-teacher = teacher
relation-student = student
relation-rival = rival
relation-acquaintance = acquaintance

group-biology = biology
group-computing = computing
group-faculty = faculty
group-history = history
group-music = music
group-physics = physics
group-staff = staff

need-sleep = sleep
need-food = food
need-company = company
need-fun = fun
need-hygiene = hygiene

trait-punctuality = punctuality
trait-diligence = diligence
trait-sociability = sociability
trait-patience = patience
trait-courtesy = courtesy
trait-energy = energy
trait-thrift = thrift
trait-quietness = quietness

## What minds weigh

action-sleep = sleep
action-wash = wash
action-eat = eat
action-coffee = coffee
action-attend = attend
action-study = study
action-exercise = exercise
action-play = play
action-socialise = socialise
action-rest = rest
action-shop = shop
action-go-to-town = go to town
action-post = post
action-linger = linger

part-need = need
part-hour = hour
part-plan = plan
part-character = character
part-duty = duty
part-habit = habit
part-time-left = time left
part-whim = whim

why-idle = nothing better to do for the moment
why-begins = { $what } begins at { $time }
why-bedtime = it is bedtime
why-tired = too tired to go on
why-shower = wants a shower
why-hungry-with-food = hungry, with food in the bag
why-hungry = hungry: { $what } at { $place }
why-mood = in the mood for { $what }
why-work = time for work: { $what }
why-sport = wants to move
why-fun = wants some fun
why-see = would like to see { $name }
why-break = a break: { $place }
why-wants = needs { $what } from the shop
why-town = goes home to town
why-tell = has something to tell
why-bring-back = brings the { $what } back to { $name }
why-fetch = gets { $what } for { $name }
study-a-book = a good book

urgent-sleep = can hardly stay awake
urgent-food = very hungry
urgent-company = very lonely
urgent-fun = very bored
urgent-hygiene = badly in need of a shower
came-up-missed = missed { $what }
came-up-failed = this was wanted: { $why }. It did not work: { $what }

routine-breakfast = breakfast
routine-lunch = lunch
routine-dinner = dinner
routine-go-to-the-gym = go to the gym
routine-see-friends = see friends
routine-take-the-evening-off = take the evening off
routine-go-home = go home
routine-go-to-bed = go to bed
routine-free-time = free time, to do what you like

# What somebody does otherwise than their plan of the day had it, and why.
departs = { $instead } instead of { $what }: { $why }.
departs-moved = The plan has it at { $time } now.
departs-dropped = The day has no room left for it.
plan-catch-up = catch up on { $course }
plan-see = see { $name }
came-up-agreed = agreed to { $what }
came-up-heard = took it to heart: { $what }
came-up-wronged = { $name } pushed in
came-up-company = a free moment, and people in reach
reaction-went-on = { $because }: went on as before.
reaction-added = { $because }: { $what } at { $time }.
reaction-called = { $because }: did something about it.
reaction-revised = { $because }: planned the rest of the day anew.
gives-way-moved = { $what } moves to { $time }.
gives-way-shortened = { $what } ends at { $time }.
gives-way-dropped = { $what } has no room left.
hindrance-failed = it did not work
hindrance-impossible = it cannot be done now
hindrance-outweighed = something else matters more
hindrance-mood = a mood
toward-sleep = get enough sleep
toward-wash = keep clean
toward-eat = eat in good time
toward-coffee = have a coffee now and then
toward-attend = be there when expected
toward-study = make time for study
toward-exercise = do sport
toward-play = have more fun
toward-socialise = see more of others
toward-rest = take a rest now and then
toward-shop = see to the shopping
toward-go-to-town = get home to town in time
toward-post = write on the feed
toward-linger = have time to spare
toward-improvise = follow up what comes up
toward-place = spend time at { $place }
toward-person = spend time with { $name }
toward-setting-off-early = set off in good time
obstacle-no-time = there was no time for it
obstacle-no-chance = there was no chance
obstacle-outweighed = something else mattered more

memory-seed = seed
memory-observation = observation
memory-deed = deed
memory-chat = chat
memory-plan = plan
memory-thought = thought

item-breakfast = breakfast
item-lunch = lunch
item-dinner = dinner
item-coffee = coffee
item-tea = tea
item-pastry = pastry
item-snack = snack
item-groceries = groceries
item-toiletries = toiletries
item-book = book
item-stationery = stationery
item-medicine = medicine
# Items that can be counted, as one of them; of the others one says the word alone.
an-item-book = a { item-book }
an-item-pastry = a { item-pastry }
an-item-snack = a { item-snack }

# Language models
do-models = Language models
models-title = Language models
models-none = Every mind here is the built-in one: no model is asked, nothing is sent anywhere.
models-how = To use a model, copy collegium.example.toml to collegium.toml and start with --mind model.
models-export = The log of every call: collegium calls { $name } --log
model-unused = not asked yet
model-ok = answers
model-slow = answers slowly
model-failing = fails; the built-in mind steps in
model-resting = left alone for { $seconds } s after failing; the built-in mind steps in
model-busy = { $going } under way, { $queued } waiting
models-requests = requests
models-ok = ok
models-repaired = repaired
models-fallback = built-in
models-mended = Mended
models-aside = Put aside
models-decided = { $percent } % of the thoughts were decided by a model
models-in = tokens in
models-out = tokens out
models-ms = median ms
models-cost = cost
models-total = total
meter = { $tokens } tokens
meter-waiting = { $tokens } tokens · { $n } thinking
meter-hint = What language models have used so far; click for more (M)
thinking-about = Thinking: { $purpose }…
call-system = What stays the same
call-user = What was asked
call-answer = The answer
call-ok = an answer
call-repaired = a mended answer
call-put-aside = Put aside, so that the built-in mind thought instead: { $why }
call-tokens = { $in } + { $out } tokens
mind-language-model = language model
action-improvise = make up its mind
part-thought = thought
purpose-plan = plan of the day
purpose-steps = steps
purpose-act = what to do next
purpose-line = a line
purpose-impression = impression of a talk
purpose-questions = questions
purpose-insights = insights
purpose-diary = diary

# Social life and inner life
call-give = give { $what } to { $name }
call-lend = lend { $what } to { $name }
call-invite = invite { $name }: { $what }
call-accept = accept the invitation
call-decline = decline the invitation
decider-off = the built-in rule
decider-expert = the expert
gesture-wave = wave
gesture-ask-help = ask for help
gesture-help = help
gesture-thank = thank
gesture-apologise = say sorry
reply-yes = yes
reply-no = no
refusal-talk-full = as many people as a conversation holds take part in it already
refusal-already-invited = the other was invited to that already, or is its host
memory-diary = diary
part-insight = insight
part-objective = what the group wants
event-reflected = { $who } comes to think: { $what }
event-mused = { $who } is reminded: { $what }
event-diary = { $who } writes in the diary: { $what }
event-learned-told = { $who } hears from { $with }: { $what }
event-learned-overheard = { $who } overhears { $with }: { $what }
event-learned-read = { $who } reads a post of { $with }: { $what }
event-learned-looked-up = { $who } looks up: { $what }
event-joined = { $who } joins { $with } ({ $place })
event-left = { $who } leaves the others ({ $place })
event-invited = { $who } invites { $with }: { $what }, { $time }
event-mounted = { $who }: conduct is now decided by { $what }
event-replied = { $who } answers { $with }: { $reply } ({ $what })
event-gave = { $who } gives { $what } to { $with }
event-lent = { $who } lends { $what } to { $with }
event-gave-back = { $who } gives the { $what } back to { $with }
event-taught = { $who } is taught what has gone well: { $what }
event-taught-off = { $who } is no longer taught what has gone well
event-done = { $who }: { $call }
event-violation-lateness = { $who } comes { $minutes } min late: { $what }
event-thought-ok = { $who } has thought about it: { $what }
event-thought-repaired = { $who } has thought about it, at the second try: { $what }
event-thought-fell-back = { $who }: the built-in mind decides ({ $what }: { $why })
event-merged = { $who } thinks again: { $what }
event-dismissed = { $who } lets a thought go ({ $why }): { $what }
event-learned-planted = { $who } knows: { $what }
event-learned-witnessed = { $who } sees: { $what }
appointment = { $place }, { $time }
cause-meal = a meal together
cause-coffee = coffee together
cause-walk = a walk together
cause-play = playing together
cause-study = studying together
occasion-course = { $what }: { $course }
news-event = { $what } at { $place }, { $time }
news-gathering = { $who } invites to { $what } at { $place }, { $time }
news-pushed = { $who } pushed in front of { $with } at { $place }
news-loud = { $who } was loud at { $place }
news-missed = { $who } missed { $what }
news-scored = { $who } got { $result } of 100 in the test in { $what }
news-worked-part = { $who } has got this done: { $what }
news-worked-project = { $who } has finished a project: { $what }
news-worked-exhibition = { $who } shows everybody what has come of it: { $what }
news-worked-paper = { $who } has handed in a paper: { $what }
news-worked-work = { $who } has done the work: { $what }
news-worked-given-up = { $who } has given up: { $what }
news-life = { $who } says: “{ $what }”
call-buy-first = buy { $what }, cutting in
outcome-refused = { $call } — refused: { $why }
outcome-done = { $call } — { $what }
outcome-stuck = could not go on
outcome-busy = { $name } had no time
outcome-went-without = goes without: too many wait
outcome-broke-off = breaks off for a while

# What somebody observes of what they have just done.
observed-done = done
observed-on-the-way = on the way to { $place }, { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}; { $n ->
    [0] nobody is there
    [one] one person is there
   *[other] { $n } people are there
}
observed-queueing = { $n ->
    [0] nobody waits before me
    [one] one person waits before me
   *[other] { $n } people wait before me
}; it costs { $money }
observed-until = until { $time }
observed-heard = { $n ->
    [0] { $name } hears it
    [one] { $name } and one other hear it
   *[other] { $name } and { $n } others hear it
}
observed-waits = { $name } has not answered yet
observed-entered = it is in the timetable: { $time }
observation-unread = not understood: { $why }
observation-refused = refused: { $why }
observation-said = { $name } says: “{ $what }”

# What was looked up, with where it stands.
finds-nothing = nothing
find-course = the timetable: { $code } { $title }, { $place }, { $time }
find-book = the library's catalogue: “{ $title }” by { $author }, on { $topic }
find-event = the notices: { $title }, { $time }, { $place }
find-post = a post of { $name }: “{ $what }”
find-place = the plan of the campus: { $place }
flaw-empty = it says nothing
flaw-no-evidence = it rests on nothing
flaw-contradiction = it contradicts what is fixed
fixed-age = the age is { $age }
fixed-name = the name is { $who }
fixed-origin = { $who } is from { $what }
fixed-group = the group is { $what }
fixed-role = the role is { $what }
fixed-no-shift = there is no shift at { $what }
fixed-tie = { $with } is no such person to { $who }: { $what }
fault-connection = no connection
fault-timeout = no answer in time
fault-rate-limited = asked to slow down
fault-server = the server failed
fault-rejected = the server refused
fault-empty = an empty answer
fault-too-large = an answer too long to read
fault-truncated = an answer that broke off
fault-not-json = an answer without JSON
fault-wrong-shape = an answer of the wrong shape
fault-budget = the budget is spent
fault-circuit-open = the model is left alone for a while
fault-cancelled = the run ended first
fault-no-profile = no such profile in the settings
fault-impossible = an answer that does not fit the world
repair-thoughts = passed over thoughts
repair-prose = passed over prose
repair-commas = put commas right
repair-quotes = put quotes right
repair-escapes = put escapes right
repair-words = read words of other languages than JSON
repair-comments = passed over comments
repair-broken-off = ended what broke off
repair-unwrapped = took out of what stood around it
repair-wrapped = put a list under its name
repair-clamped = brought into its range
repair-rounded = rounded
repair-number = read a number
repair-plain = read yes, no or nothing
repair-cut = cut at a word
repair-surplus = dropped one too many
repair-unusable = dropped what cannot be used
repair-unasked = dropped what nobody asked for
repair-filled = filled what was missing
repair-named = took for what is meant
repair-time = read a time
repair-listed = made a list of one
repair-picked = took one out of a list
repair-asked-again = asked again
unfit-unread = not what was asked for
unfit-empty = nothing in it can be used
unfit-repeats = it was said already
unfit-echo = it repeats what the model was told
unfit-language = it is in another language
unfit-late = it came too late

# Policy heads
tab-conduct = Conduct
panel-heads = Heads
do-heads = Policy heads: who decides conduct
do-toggle = Switch between the built-in rule and the chosen head, for everybody
do-compare = Compare with the built-in rule, side by side
do-learning = Learning
help-marks = Marks in the list of people:
help-head = a policy head decides
conduct-decides = Decided by
conduct-change = Change…
conduct-broken = { $n ->
    [0] No norm broken today
    [one] 1 norm broken today
   *[other] { $n } norms broken today
}
conduct-twin = By the built-in rule: { $state }
conduct-last = Last decisions
conduct-none = Nothing has been decided yet
conduct-measures = Measures since the beginning
conduct-saw = What it saw
conduct-rule = rule
conduct-rule-hint = What the built-in rule would have done
conduct-lesson = By what has gone well: { $lesson }
conduct-impossible = Not possible here
conduct-done = What was done
conduct-range = { $name }: { $value } (unit: { $unit }; from { $low } to { $high })
heads-title = Policy heads
heads-about = They decide how people go about things: when to set off, to wait one's turn, to greet, how loud to speak. What people do is decided by their minds as before.
heads-who = Who decides
heads-whom = For whom: from the next tick on
heads-none = There are no trained heads yet: train one in the panel about learning, or with “collegium train”.
heads-everybody = Everybody
heads-group = Group: { $group }
heads-hint = { $key } switches everybody between the built-in rule and the one chosen last.
heads-mounted = Conduct is now decided by: { $name }
heads-not-mounted = The head cannot be used: { $why }
lessons-title = Lessons in words: they sway the rule, and stand in prompts
lessons-none = No lessons
lessons-taught = Taught from now on: { $name }
lessons-untaught = No lessons are taught any more
compare-several = several heads
compare-begin = Compare side by side
compare-stop = End the comparison
compare-about = The same campus twice, in step: on the left the built-in rule for everybody, on the right this run. Whoever differs has a ring. Only the run is saved.
compare-differ = { $n } of { $all } differ · since { $when }
compare-no-models = With language models there is no comparison: its twin would have to ask them everything once more

# Learning
learning-title = Learning
learning-algorithm = Algorithm
learning-data = Dataset
learning-nothing = none
learning-no-data = There is none in the folder demos: make one with “collegium demos --days 7 --persons 30”.
learning-worlds = Campuses
learning-days = Days of each
learning-rounds = Rounds
learning-start = Begins with
learning-fresh = a fresh head
learning-per-group = A head for each group
learning-device = Runs on
learning-begin = Train
learning-stop = Stop
learning-broke = It broke off unexpectedly; standard error may say why.
learning-use = Use for everybody
learning-use-group = Use for its group
learning-use-all = Use each for its group
learning-so-far = Round { $round } of { $rounds } · { $steps } decisions
learning-on = { $place }: { $why }
device-cpu = CPU
device-gpu = Shared GPU
device-hint = The CPU gives the same bits every time. The GPU that draws the campus is used only where it takes the steps of this training quicker and passes the parity gate.
device-same-bits = chosen; it gives the same bits every time
device-none = the GPU that draws cannot be had
device-gate-passed = it is quicker than the CPU and passes the parity gate
device-cpu-quicker = it takes a step quicker than the GPU
device-gate-failed = the GPU does not pass the parity gate
phase-preparing = prepares
phase-running = trains
phase-paused = rests
phase-done = done
phase-failed = failed
plot-return = Return and reward
plot-losses = Losses
plot-discriminator = Accuracy
plot-entropy = Entropy
plot-kl = KL and clipping
plot-norms = Norms
learns-offline = Learns from a dataset alone
learns-online = Learns from campuses that it lives through
learns-adversarial = Learns from campuses, to act as in a dataset
algorithm-bc = behaviour cloning
algorithm-iql = IQL
algorithm-cql = CQL
algorithm-ppo = PPO
algorithm-sac = SAC
algorithm-grpo = GRPO
algorithm-gail = GAIL
algorithm-airl = AIRL
algorithm-drail = DRAIL
algorithm-drail-un = DRAIL-UN

# Norms and skills, and what is measured
measure-violations = violations
measure-class-lateness = late to class
measure-work-lateness = late to work
measure-event-lateness = late to events
measure-meeting-lateness = late to meetings
measure-queue-cutting = queue cutting
measure-noise = noise
measure-class-attendance = in class
measure-event-attendance = at events
measure-meeting-attendance = at meetings
measure-task-latency = delay
measure-schedule-adherence = keeps to plan
measure-courtesy = courtesy
measure-cooperation = cooperation
measure-study-focus = study
measure-breaks = breaks
measure-talk-time = talk
measure-wellbeing = wellbeing
measure-understanding = understood
measure-tasks-done = tasks
measure-closeness-gained = closer
measure-remembering-decisions = decides from memory
measure-remembering-lines = speaks from memory
measured-violations = Norms broken (lateness, queue cutting, noise) for each person and day
measured-class-lateness = Late arrivals, of all arrivals at classes
measured-work-lateness = Late arrivals, of all arrivals at shifts and classes to give
measured-event-lateness = Late arrivals, of all arrivals at events
measured-meeting-lateness = Late arrivals, of all arrivals at meetings
measured-queue-cutting = Cutting in, of all queues of three or more
measured-noise = Lines too loud for their place, for each person and day
measured-class-attendance = Classes come to, of those enrolled in
measured-event-attendance = Events come to, of those one is invited to and knows of
measured-meeting-attendance = Meetings come to, of those agreed upon
measured-task-latency = Minutes between the beginning of a part of the plan and the action it asks for
measured-schedule-adherence = Actions that were what the plan said
measured-courtesy = Greetings and apologies made, of those there was occasion for
measured-cooperation = Help given, of help asked for
measured-study-focus = Hours studied for each person and day
measured-breaks = Breaks, of temptations to break off
measured-talk-time = Minutes in conversation for each person and day
measured-wellbeing = Time in which needs are met, of all time, each need by itself
measured-understanding = Percentage points more understood of one's courses, for each day of whoever takes any
measured-tasks-done = Parts of long-term tasks done, for each person and day
measured-closeness-gained = Points of closeness gained towards all others together, for each person and day
measured-remembering-decisions = Decisions about what to do next that rest on a memory
measured-remembering-lines = Lines that rest on a memory, of all that were said

# Decision points and acts
point-set-off = Something fixed comes next. When to be there, if at all?
point-pace = On the way to something fixed. At which pace?
point-queue = Others wait at a counter. Wait one's turn?
point-talk = About to speak to somebody. Here and now?
point-voice = About to say something. How loud, or not at all?
point-focus = Studying, and tempted to break off. Go on?
point-greet = Somebody known is near. Greet?
point-help = Somebody near asks for help. Help?
point-amends = A norm was just broken at somebody's cost. Say sorry?
act-early = 8 minutes early
act-in-time = 3 minutes early
act-tight = on the minute
act-late = 5 minutes late
act-skip = stay away
act-walk = walk
act-hurry = hurry
act-wait = wait
act-cut-in = cut in
act-give-up = go without
act-begin = begin to talk
act-refrain = let it be
act-speak-low = speak low
act-speak-up = speak up
act-hush = say no more
act-keep-on = go on studying
act-break-off = break off
act-greet = greet
act-pass-by = pass by
act-help = help
act-decline = not help
act-apologise = say sorry
act-say-nothing = say nothing

# Lessons: what has gone well, in sentences
lesson-plain = { $when }, { $act }.
lesson-rather = { $when }, { $act } rather than { $instead }.
lesson-at-set-off = Before anything fixed
lesson-at-pace = On the way to something fixed
lesson-at-queue = In a queue
lesson-at-talk = Before you speak to somebody
lesson-at-voice = When you say something
lesson-at-focus = When you are tempted to break off studying
lesson-at-greet = When somebody you know is near
lesson-at-help = When somebody asks for help
lesson-at-amends = When you have wronged somebody
lesson-when-class = Before a class
lesson-when-engagement = Before a shift, an event or a meeting
lesson-when-late = When you would come late
lesson-when-unhurried = When you have time enough
lesson-when-long-queue = When three or more wait before you
lesson-when-short-queue = When hardly anybody waits before you
lesson-when-silence = Where silence is kept
lesson-when-quiet = Where others want quiet
lesson-when-lively = Where talk disturbs nobody
lesson-when-greeted = When somebody has greeted you
lesson-when-ungreeted = When you come by somebody you know
lesson-do-early = mean to be there eight minutes early
lesson-do-in-time = mean to be there three minutes early
lesson-do-tight = come on the minute
lesson-do-late = come five minutes late
lesson-do-skip = stay away
lesson-do-walk = go at a walk
lesson-do-hurry = hurry
lesson-do-wait = wait your turn
lesson-do-cut-in = step in front
lesson-do-give-up = go without
lesson-do-begin = begin to talk
lesson-do-refrain = leave others be
lesson-do-speak-low = keep your voice low
lesson-do-speak-up = speak up
lesson-do-hush = say no more
lesson-do-keep-on = go on studying
lesson-do-break-off = take a break
lesson-do-greet = greet
lesson-do-pass-by = pass by
lesson-do-help = help whoever asks
lesson-do-decline = decline to help
lesson-do-apologise = say sorry
lesson-do-say-nothing = say nothing

# What policy heads see
feature-point-set-off = point: when to set off
feature-point-pace = point: at which pace
feature-point-queue = point: in a queue
feature-point-talk = point: beginning to talk
feature-point-voice = point: how loud
feature-point-focus = point: going on studying
feature-point-greet = point: greeting
feature-point-help = point: helping
feature-point-amends = point: saying sorry
feature-punctuality = punctuality
feature-diligence = diligence
feature-sociability = sociability
feature-patience = patience
feature-courtesy = courtesy
feature-energy = energy
feature-thrift = thrift
feature-quietness = quietness
feature-need-sleep = rested
feature-need-food = fed
feature-need-company = company lately
feature-need-fun = fun lately
feature-need-hygiene = clean
feature-hour = time of day
feature-weekday = day of the week
feature-begins-in = next begins in
feature-walk = walk to it
feature-slack = time to spare
feature-next-class = next: a class
feature-next-teach = next: a class to give
feature-next-shift = next: a shift
feature-next-event = next: an event
feature-next-meeting = next: a meeting
feature-aim = means to be early by
feature-optional = may be left
feature-ahead = wait in front
feature-place-silent = silent place
feature-place-quiet = quiet place
feature-place-normal = ordinary place
feature-place-loud = loud place
feature-near = people near
feature-other-known = the other is known
feature-closeness = closeness
feature-other-turned = the other turned first
feature-activity = at it for
feature-studying = studies
feature-talking = talks
feature-studied = studied today
feature-violations = broken today
unit-0-or-1 = 0 or 1
unit-0-to-1 = 0 to 1
unit-hours = hours
unit-20-minutes = 20 minutes
unit-15-minutes = 15 minutes
unit-10-minutes = 10 minutes
unit-10-people = 10 people
unit-4-hours = 4 hours
unit-5 = 5 times

# What people remember, in the first person and without a full stop: what happened to them,
recalled-served = I had { $what } at { $place }
recalled-waited = I waited { $minutes } minutes for { $what } at { $place }
recalled-gave-up = I gave up waiting for { $what } at { $place }
recalled-attended = I was in { $what }
recalled-late = I came { $minutes } minutes late to { $what }
recalled-late-for-shift = I came { $minutes } minutes late to my shift
recalled-late-to-teach = I came { $minutes } minutes late to teach { $what }
recalled-missed = I missed { $what }
recalled-tested = I got { $result } of 100 in the test in { $what }, about what I had expected
recalled-tested-well = I got { $result } of 100 in the test in { $what }, and had expected { $expected }: better than I thought
recalled-tested-badly = I got only { $result } of 100 in the test in { $what }, and had expected { $expected }
recalled-worked-part = I have got a part of it done: { $what }
recalled-worked-whole = It is done, all of it: { $what }
recalled-worked-given-up = I have given it up, for I had not worked at it for days: { $what }
recalled-goal-met = I have met a goal that I had set myself: { $what }
recalled-goal-given-up = I have given up a goal ({ $why }): { $what }
recalled-arranged = I will meet { $with }: { $what }
recalled-learned-told = { $with } told me: { $what }
recalled-learned-heard = { $with } said: { $what }
recalled-invited = I invited { $with }: { $what }, { $time }
recalled-replied-yes = I said yes to the invitation of { $with }: { $what }
recalled-replied-no = I said no to the invitation of { $with }: { $what }
recalled-posted = I posted: { $what }
recalled-found = I looked up “{ $query }” and found: { $what }
recalled-found-nothing = I looked up “{ $query }” and found nothing
recalled-planned = My plan for today: { $what }
recalled-refused = I could not { $call }: { $why }
recalled-gave = I gave { $with } something of mine: { $what }
recalled-lent = I lent { $with } something of mine: { $what }
recalled-gave-back = I gave { $with } back the { $what } that I had borrowed
recalled-talk = I talked with { $with } ({ $place }), who said: “{ $what }”
recalled-talk-unanswered = I spoke to { $with } ({ $place }), who did not answer
impression-slight = { $who } was { $manner }; we only exchanged a few words
impression-about = { $who } was { $manner }; we talked about { $what }
impression-told = { $who } was { $manner } and told me: “{ $what }”
manner-warm = friendly
manner-fond = good to be with
manner-curious = interesting
manner-grateful = kind to me
manner-admiring = worth listening to
manner-wary = somebody to be careful with
manner-annoyed = rather short with me
manner-hurt = unkind
manner-worried = not quite well
manner-neutral = civil
both = { $one } and { $two }
subject-goal = what { $who } wants
subject-task = what { $who } is working on
subject-old-times = old times
subject-plans = our plans

## What models are told

lacking-sleep = tired
lacking-food = hungry
lacking-company = lonely
lacking-fun = bored
lacking-hygiene = in need of a shower
feels-well = well
carries-borrowed = { $what } (lent by { $name }, who wants it back by { $time })
relation-stranger = stranger
feeling-neutral = neutral
feeling-warm = warm
feeling-fond = fond
feeling-curious = curious
feeling-grateful = grateful
feeling-admiring = admiring
feeling-wary = wary
feeling-annoyed = annoyed
feeling-hurt = hurt
feeling-worried = worried
intent-greet = greet
intent-introduce = introduce yourself
intent-answer = answer what you were asked
intent-tell = tell something
intent-remember = tell something you remember
intent-ask = ask
intent-react = react to what was said
intent-invite = invite
intent-reply = answer the invitation
intent-arrange = propose to study together
intent-gossip = tell what you heard of somebody absent
intent-comfort = comfort
intent-thank = thank
intent-apologise = apologise for pushing in front
intent-part = say goodbye
subject-here = the place, the food, the hour
subject-day-plans = plans for the day
# what was done for them,
received-gave = { $who } gave me something: { $what }
received-lent = { $who } lent me something and wants it back: { $what }
received-gave-back = { $who } gave me back the { $what } that I had lent
# and what they have seen.
seen-violation-queue-cutting = { $who } pushed in front of { $with } in the queue
seen-violation-noise = { $who } was talking out loud where people want quiet
seen-late = { $who } came { $minutes } minutes late to { $what }
seen-late-for-shift = { $who } came { $minutes } minutes late to their shift
seen-late-to-teach = { $who } came { $minutes } minutes late to teach { $what }
seen-talk-began = { $who } began to talk with { $with }
seen-arranged = { $who } and { $with } arranged to meet: { $what }
seen-doing = { $who } is { $what } ({ $place })
quoted = “{ $what }”
