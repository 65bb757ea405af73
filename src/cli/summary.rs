//! What a run prints when it is over.

use super::out::{json, out};
use collegium_core::{text::harmless, time::DAY};
use collegium_llm::Usages;
use collegium_sim::{memory::Traffic, record::Tally, simulation::Campus, social::Emergence};
use serde_json::{Value, json};
use std::{collections::BTreeMap, io::Write, path::Path};

/// A run in figures.
pub struct Summary {
    scenario: String,
    seed: u64,
    people: usize,
    from: String,
    to: String,
    simulated_seconds: u32,
    steps: u64,
    skipped: u64,
    wall: f64,
    hash: String,
    events: u64,
    tally: Tally,
    emergence: Emergence,
    /// Where the save lies; none where nothing is saved.
    save: Option<String>,
    usages: Option<Usages>,
    minds: usize,
    /// Who decides at decision points at the end, and for how many; `off` is the built-in rule.
    conduct: BTreeMap<String, usize>,
    /// Whether anybody is decided for by somebody else than the built-in rule.
    mounted: bool,
    /// Which lessons are taught at the end, and to how many.
    lessons: BTreeMap<String, usize>,
    /// Which embedder made vectors, and what asking it has come to; none for the built-in one.
    embedder: Option<(String, Traffic)>,
}

impl Summary {
    /// The figures of a campus that ran for `wall` seconds; `usages` are its calls to models, where
    /// minds are driven by one.
    pub fn of(campus: &Campus, wall: f64, save: Option<&Path>, usages: Option<Usages>) -> Self {
        let clock = campus.clock();
        let head = campus.head();
        let (mut conduct, mut lessons) = (BTreeMap::new(), BTreeMap::new());
        let mut mounted = false;
        for person in campus.persons() {
            let who = campus.conduct().decider(person.id);
            mounted |= !who.is_rule();
            *conduct.entry(who.name().to_owned()).or_insert(0) += 1;
            if let Some(book) = campus.conduct().lessons(person.id) {
                *lessons.entry(book.name.clone()).or_insert(0) += 1;
            }
        }
        Self {
            conduct,
            mounted,
            lessons,
            scenario: campus.scenario().name.clone(),
            seed: campus.scenario().seed,
            people: campus.people(),
            from: clock.start.to_string(),
            to: clock.now.to_string(),
            simulated_seconds: clock.now.since(clock.start),
            steps: campus.steps().run,
            skipped: campus.steps().skipped,
            wall,
            hash: head.hex(),
            events: head.events,
            tally: head.tally.clone(),
            emergence: campus.emergence(),
            save: save.map(|path| path.to_string_lossy().into_owned()),
            usages,
            minds: campus
                .scenario()
                .people
                .iter()
                .filter(|(p, _)| p.mind.is_model())
                .count(),
            embedder: (!campus.vectors().built_in())
                .then(|| (campus.vectors().id().to_owned(), campus.vectors().traffic())),
        }
    }

    fn rate(&self) -> f64 {
        self.steps as f64 / self.wall.max(1e-9)
    }

    /// The tokens of each model-driven mind in a day.
    fn tokens_per_agent_day(&self, usages: &Usages) -> f64 {
        let days = self.minds as f64 * f64::from(self.simulated_seconds) / f64::from(DAY);
        if days > 0.0 {
            usages.total().tokens() as f64 / days
        } else {
            0.0
        }
    }

    /// What the calls to models have come to.
    fn model(&self, usages: &Usages) -> Value {
        let total = usages.total();
        let purposes: serde_json::Map<String, Value> = usages
            .purposes
            .iter()
            .map(|(purpose, sums)| (purpose.clone(), sums.report()))
            .collect();
        json!({
            "requests": total.requests,
            "calls": total.calls,
            "ok": total.ok,
            "repaired": total.repaired,
            "fallback": total.fallback,
            "fallback_share": total.fallback_share(),
            "decided_share": total.decided_share(),
            "repairs": total.repairs,
            "put_aside": total.put_aside,
            "errors": total.faults,
            "tokens_in": total.tokens_in,
            "tokens_cached": total.tokens_cached,
            "tokens_out": total.tokens_out,
            "tokens_per_agent_day": self.tokens_per_agent_day(usages).round(),
            "cost": total.cost(),
            "purposes": purposes,
        })
    }

    /// The figures as one JSON object.
    pub fn json(&self) -> Value {
        let mut summary = json!({
            "scenario": self.scenario,
            "seed": self.seed,
            "people": self.people,
            "simulated_seconds": self.simulated_seconds,
            "agent_steps": self.steps,
            "skipped_agent_steps": self.skipped,
            "wall_seconds": self.wall,
            "agent_steps_per_second": self.rate(),
            "log_hash": self.hash,
            "events": self.events,
            "emergence": self.emergence,
            "conduct": self.conduct,
            "lessons": self.lessons,
            "mind": if self.minds > 0 { "model" } else { "builtin" },
            "save": self.save,
        });
        for (key, counted) in self.tally.json() {
            summary[key] = counted;
        }
        if let Some(usages) = &self.usages {
            summary["model"] = self.model(usages);
        }
        if let Some((id, traffic)) = &self.embedder {
            let Traffic {
                batches,
                texts,
                failed,
                blank,
                trouble,
            } = traffic;
            summary["embeddings"] = json!({"embedder": id, "batches": batches, "texts": texts,
                "failed_batches": failed,
                "texts_without_vector": blank, "last_failure": trouble});
        }
        summary
    }

    /// Prints the figures, for people or as JSON.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn print(&self, as_json: bool, interrupted: bool) -> std::io::Result<()> {
        let mut out = out();
        if as_json {
            return writeln!(out, "{}", json(&self.json())?);
        }
        if interrupted {
            let rest = match self.save {
                Some(_) => "the save is whole. Go on with --resume.",
                None => "nothing of it is saved.",
            };
            writeln!(out, "Stopped at {}; {rest}", self.to)?;
        }
        writeln!(
            out,
            "{}, seed {}: {} people, {} to {}",
            harmless(&self.scenario),
            self.seed,
            self.people,
            self.from,
            self.to
        )?;
        for (about, figures) in self.tally.lines() {
            writeln!(out, "  {about:<15} {figures}")?;
        }
        self.print_society(&mut out)?;
        writeln!(
            out,
            "  speed           {:.2} s wall time, {} agent-steps ({} skipped), {:.0} agent-steps \
             per second",
            self.wall,
            self.steps,
            self.skipped,
            self.rate()
        )?;
        if let Some((id, traffic)) = &self.embedder {
            print_embeddings(&mut out, id, traffic)?;
        }
        match &self.usages {
            None => writeln!(out, "  mind            built-in")?,
            Some(usages) => self.print_models(&mut out, usages)?,
        }
        let list = |all: &BTreeMap<String, usize>| {
            let parts: Vec<String> = all
                .iter()
                .map(|(name, n)| format!("{name} for {n}"))
                .collect();
            harmless(&parts.join(", ")).into_owned()
        };
        if self.mounted {
            writeln!(out, "  heads           {}", list(&self.conduct))?;
        }
        if !self.lessons.is_empty() {
            writeln!(out, "  lessons         {}", list(&self.lessons))?;
        }
        writeln!(
            out,
            "  log             {} events, hash {}",
            self.events, self.hash
        )?;
        let save = self.save.as_deref().unwrap_or("none (--no-save)");
        writeln!(out, "  save            {}", harmless(save))
    }

    /// How talk, facts and acquaintance went.
    fn print_society(&self, out: &mut impl Write) -> std::io::Result<()> {
        let e = &self.emergence;
        writeln!(
            out,
            "  talk            {:.1} conversations per person and day",
            e.conversations_per_agent_day
        )?;
        for fact in &e.facts {
            writeln!(
                out,
                "  spread          {} to {} of {} people ({:.0} %): {}",
                fact.known_at_start,
                fact.known,
                self.people,
                100.0 * fact.share,
                harmless(&fact.text)
            )?;
        }
        writeln!(
            out,
            "  acquaintance    density {:.3} at the start, {:.3} now",
            e.density_start, e.density
        )?;
        let f = &e.invitations;
        writeln!(
            out,
            "  invitations     {} made, {} answered, {} accepted, {} planned; of {} whose time has come {} attended",
            f.invited, f.answered, f.accepted, f.planned, f.settled, f.attended
        )?;
        let by = [
            ("built-in mind", &e.claims.built_in),
            ("models", &e.claims.model),
        ];
        for (whose, claims) in by {
            if claims.known + claims.wrong + claims.invented > 0 {
                writeln!(
                    out,
                    "  claims          {} known, {} wrong, {} invented ({whose})",
                    claims.known, claims.wrong, claims.invented
                )?;
            }
        }
        Ok(())
    }

    /// What models were asked, and what that cost.
    fn print_models(&self, out: &mut impl Write, usages: &Usages) -> std::io::Result<()> {
        let total = usages.total();
        writeln!(
            out,
            "  mind            language model for {} of {}: {} requests in {} calls; {} ok, {} \
             repaired, {} by the built-in mind ({:.1} %)",
            self.minds,
            self.people,
            total.requests,
            total.calls,
            total.ok,
            total.repaired,
            total.fallback,
            100.0 * total.fallback_share()
        )?;
        writeln!(
            out,
            "  tokens          {} in ({} cached), {} out; {:.0} per mind and day; cost {:.2}",
            total.tokens_in,
            total.tokens_cached,
            total.tokens_out,
            self.tokens_per_agent_day(usages),
            total.cost()
        )?;
        let errors: Vec<String> = total
            .faults
            .iter()
            .map(|(kind, n)| format!("{kind} {n}"))
            .collect();
        if !errors.is_empty() {
            let what = errors.join(", ");
            writeln!(
                out,
                "  model errors    {what} (collegium doctor says what to do)"
            )?;
        }
        Ok(())
    }
}

/// What asking an embedder has come to.
fn print_embeddings(out: &mut impl Write, id: &str, t: &Traffic) -> std::io::Result<()> {
    let trouble = t
        .trouble
        .as_ref()
        .map(|why| format!("; last failure: {}", harmless(why)))
        .unwrap_or_default();
    let Traffic {
        batches,
        texts,
        failed,
        blank,
        ..
    } = t;
    writeln!(
        out,
        "  embeddings      {}: {texts} texts in {batches} batches, {failed} of them failed; \
         {blank} texts without a vector{trouble}",
        harmless(id)
    )?;
    Ok(())
}
