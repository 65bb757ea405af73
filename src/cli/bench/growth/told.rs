//! What was found, as a table.

use super::{Failure, Growth};

/// In millions of bytes.
pub(super) fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

impl Growth {
    pub(super) fn print(&self, out: &mut impl std::io::Write) -> Result<(), Failure> {
        self.print_run(out)?;
        self.print_sizes(out)?;
        self.print_others(out)?;
        self.print_exponents(out)?;
        self.print_aims(out)
    }

    /// The long run, week by week and as a whole.
    fn print_run(&self, out: &mut impl std::io::Write) -> Result<(), Failure> {
        let run = &self.run;
        writeln!(
            out,
            "{} people, {} days; seconds are {} time",
            run.people, run.days, self.clock
        )?;
        writeln!(
            out,
            "  until day     steps/s    seconds        save      memory"
        )?;
        for week in &run.weeks {
            let memory = week
                .resident_bytes
                .map_or_else(|| "–".to_owned(), |b| format!("{:.0} MB", megabytes(b)));
            writeln!(
                out,
                "  {:>9} {:>11.0} {:>10.2} {:>8.1} MB {memory:>11}",
                week.until_day,
                week.steps_per_second,
                week.seconds,
                megabytes(week.save_bytes)
            )?;
        }
        if let Some(share) = run.last_beside_first {
            writeln!(out, "last week beside the first  {share:>8.2}")?;
        }
        if let Some(share) = run.last_beside_first_by_events {
            writeln!(out, "the same, events a second   {share:>8.2}")?;
        }
        writeln!(out, "the whole run               {:>8.1} s", run.seconds)?;
        writeln!(
            out,
            "save                        {:>8.1} MB, {:.2} MB a day",
            megabytes(run.save_bytes),
            run.save_bytes_a_day / 1e6
        )?;
        if let Some(peak) = run.peak_bytes {
            writeln!(
                out,
                "peak memory                 {:>8.0} MB",
                megabytes(peak)
            )?;
        }
        writeln!(
            out,
            "resuming it                 {:>8.1} ms, {:.1} × that of a day",
            run.resume_seconds * 1e3,
            run.resume_beside_day
        )?;
        Ok(())
    }

    /// A day with more and more people.
    fn print_sizes(&self, out: &mut impl std::io::Write) -> Result<(), Failure> {
        writeln!(
            out,
            "\none day\n  people     steps/s   beside    seconds        save   resuming"
        )?;
        for size in &self.sizes {
            writeln!(
                out,
                "  {:>6} {:>11.0} {:>8.2} {:>10.2} {:>8.1} MB {:>7.1} ms",
                size.people,
                size.steps_per_second,
                size.beside_first,
                size.seconds,
                megabytes(size.save_bytes),
                size.resume_seconds * 1e3
            )?;
        }
        Ok(())
    }

    fn print_others(&self, out: &mut impl std::io::Write) -> Result<(), Failure> {
        if let Some(year) = &self.year {
            writeln!(
                out,
                "\n{} days, killed {}× and gone on with: {:.1} s by the clock, {:.0} MB; {} in {:.1} s",
                year.days,
                year.kills,
                year.seconds,
                megabytes(year.save_bytes),
                if year.verified {
                    "verified"
                } else {
                    "NOT the same when run again"
                },
                year.verify_seconds
            )?;
        }
        if let Some(start) = &self.app_start {
            writeln!(
                out,
                "\nthe window, started, drawn, saved and closed: {:.2} s with the save of a day, {:.2} s \
                 with the long run's ({:.2} ×)",
                start.day_seconds, start.run_seconds, start.beside_day
            )?;
        }
        Ok(())
    }

    /// How costs grow.
    fn print_exponents(&self, out: &mut impl std::io::Write) -> Result<(), Failure> {
        let e = &self.exponents;
        writeln!(
            out,
            "\ncost = a · xᵇ, fitted                b   (b where nothing grows)"
        )?;
        for (what, fitted, aim) in [
            ("seconds of a week by week", e.week_seconds_by_week, 0),
            ("save by days", e.save_by_days, 1),
            ("memory by days", e.memory_by_days, 0),
            ("seconds of a step by people", e.step_seconds_by_people, 0),
            ("save of a day by people", e.save_by_people, 1),
        ] {
            let fitted = fitted.map_or_else(|| "–".to_owned(), |b| format!("{b:.2}"));
            writeln!(out, "  {what:<30} {fitted:>6}   ({aim})")?;
        }
        Ok(())
    }

    /// What each figure is to be.
    fn print_aims(&self, out: &mut impl std::io::Write) -> Result<(), Failure> {
        writeln!(
            out,
            "\nto be                                              is"
        )?;
        for aim in &self.aims {
            let holds = if aim.holds { "yes" } else { "NO" };
            writeln!(out, "  {:<40} {:>10}   {holds}", aim.what, aim.found)?;
        }
        Ok(())
    }
}
