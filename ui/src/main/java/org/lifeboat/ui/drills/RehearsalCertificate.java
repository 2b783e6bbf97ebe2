package org.lifeboat.ui.drills;

import java.time.LocalDate;
import org.lifeboat.engine.drill.Rehearsal;
import org.lifeboat.resources.Words;

/// What a rehearsal with the user's own money came to, as one page of HTML that needs nothing beside it: first the one
/// thing to do, then what would have failed, what was copied from where, and what was done.
/// @param day on which it was played
public record RehearsalCertificate(Words words, Rehearsal rehearsal, LocalDate day) {
    public String html() {
        RehearsalWords said = new RehearsalWords(words::say);
        HtmlPage page = new HtmlPage(words.language(), words.say("rehearsal.certificate"))
                .quiet(words.say("rehearsal.of", day))
                .title(words.say("rehearsal.title"))
                .line(said.what(rehearsal.money()))
                .line(said.outcome(rehearsal))
                .heading(words.say("rehearsal.one"))
                .first(said.toDo(rehearsal.money()));
        if (!rehearsal.flaws().isEmpty()) {
            page.heading(words.say("rehearsal.flaws")).items(said.flaws(rehearsal.money()));
        }
        page.heading(words.say("rehearsal.copied")).items(said.copied(rehearsal.money()));
        page.heading(words.say("rehearsal.played"));
        Certificate.moves(page, words, rehearsal.bill());
        DrillWords.bill(words::say, rehearsal.bill()).forEach(page::line);
        return page.quiet(words.say("rehearsal.play")).html();
    }
}
