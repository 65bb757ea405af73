//! How a talk goes back and forth: what an exchange of lines is about, which part of it a line is,
//! and what an answer comes to.

use collegium_core::named;
use serde::{Deserialize, Serialize};

named! {
    /// What an exchange is about: a kind of question with the answers that fit it, or something
    /// told with what can be said to it. Each is a table of the stocks of speech.
    Matter {
        /// Two who do not know each other say who they are.
        Meet = "meet",
        /// Asks how the other has slept.
        Morning = "morning",
        /// Asks how the day of the other has been.
        Day = "day",
        /// Asks somebody at work about their work.
        Shift = "shift",
        /// Asks how the other likes what they eat.
        Meal = "meal",
        /// Says something of the queue both stand in.
        Queue = "queue",
        /// Asks somebody who studies what at.
        Study = "study",
        /// Asks a fellow student about a course that both have sat in.
        Course = "course",
        /// Asks a fellow student to explain a course that they understand better.
        Explain = "explain",
        /// Tells what a test has come to.
        Result = "result",
        /// Tells what one has got done.
        Done = "done",
        /// Asks a fellow student about a course that is yet to begin.
        Ahead = "ahead",
        /// A teacher asks a student of theirs how they find the course.
        Taught = "taught",
        /// A student asks their teacher about the course.
        Pupil = "pupil",
        /// Asks a colleague about their teaching.
        Teaching = "teaching",
        /// Tells somebody that they were missed in a class.
        Missed = "missed",
        /// Teases somebody who came late.
        Tease = "tease",
        /// Asks how the other gets on with their task.
        Task = "task",
        /// Tells of one's own task.
        Burden = "burden",
        /// Asks for advice about one's own task.
        Advice = "advice",
        /// Asks what the other wants.
        Wish = "wish",
        /// Tells what one wants.
        Hope = "hope",
        /// Asks what the other has before them today.
        Next = "next",
        /// Asks whether the other has seen somebody.
        Seen = "seen",
        /// Asks whether the other goes to an event.
        Going = "going",
        /// Tells news that concern many.
        News = "news",
        /// Tells what somebody did who is not there.
        Gossip = "gossip",
        /// Passes on what somebody told of their own life.
        Retold = "retold",
        /// Tells something of one's own life.
        Story = "story",
        /// Confides something in somebody who is trusted.
        Secret = "secret",
        /// Owns up to having been late or away.
        Lapse = "lapse",
        /// Says something of what the other has posted.
        Post = "feed",
    }
}

impl Matter {
    /// Whether it begins with a question that wants an answer.
    pub const fn asks(self) -> bool {
        !matches!(
            self,
            Self::Burden
                | Self::Result
                | Self::Done
                | Self::Hope
                | Self::News
                | Self::Gossip
                | Self::Retold
                | Self::Story
                | Self::Secret
                | Self::Lapse
                | Self::Post
                | Self::Tease
                | Self::Missed
        )
    }
}

named! {
    /// Which part of an exchange a line is.
    Part {
        /// Opens it: asks, or tells.
        Opens = "opens",
        /// Opens it with what was asked just now, or the last time.
        Returns = "returns",
        /// Answers what opened it.
        Answers = "answers",
        /// Says something to the answer.
        Follows = "follows",
        /// Adds to the answer.
        Adds = "adds",
    }
}

impl Part {
    /// Whether it opens an exchange.
    pub const fn opens(self) -> bool {
        matches!(self, Self::Opens | Self::Returns)
    }
}

named! {
    /// What an answer comes to, of those that its question has.
    Gist {
        /// Yes; well; gladly.
        Yes = "yes",
        /// No; badly; rather not.
        No = "no",
        /// Neither: not decided, much to do.
        Mixed = "mixed",
        /// It was known already.
        Known = "known",
        /// It was news, and there is nothing to go to.
        Heard = "heard",
        /// It is grave, and calls for comfort.
        Grave = "grave",
        /// There is a class to sit in.
        Class = "class",
        /// There is a class to give.
        Teach = "teach",
        /// There is a shift to work.
        Work = "work",
        /// There is a meal.
        Meal = "meal",
        /// There is sport.
        Sport = "sport",
        /// There is an event.
        Event = "event",
        /// Somebody is to be met.
        Meeting = "meeting",
        /// There is something of one's own to be done.
        Own = "own",
        /// There is nothing fixed.
        Free = "free",
        /// Somebody is a student.
        Student = "student",
        /// Somebody works here.
        Staff = "staff",
        /// Somebody teaches.
        Teacher = "teacher",
    }
}

/// A line as a part of an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What the exchange is about.
    pub matter: Matter,
    /// Which part of it the line is.
    pub part: Part,
    /// What the answer comes to; none before there is one, and where only its words are known.
    pub gist: Option<Gist>,
}

impl Step {
    /// The line that opens an exchange.
    pub const fn opening(matter: Matter) -> Self {
        Self {
            matter,
            part: Part::Opens,
            gist: None,
        }
    }

    /// The same exchange, a part further.
    pub const fn on(self, part: Part, gist: Option<Gist>) -> Self {
        Self { part, gist, ..self }
    }
}
