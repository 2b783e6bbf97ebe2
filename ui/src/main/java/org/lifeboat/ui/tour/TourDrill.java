package org.lifeboat.ui.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillStage;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.ui.phrases.Phrases;

/// The part of the tour that plays a drill, from the list to the certificate: it does what the guide says, by the
/// buttons of the pages below it.
final class TourDrill {
    private static final String AMOUNT = "2";

    /// More than any drill takes, in glances.
    private static final int MOST_TURNS = 400;

    /// Longer than the guide takes for a look, in glances.
    private static final int A_LOOK = 75;

    /// The step of the page that each stage calls for.
    private static final Map<DrillStage, ExitStep> STEPS = new EnumMap<>(Map.of(
            DrillStage.INITIATE, ExitStep.INITIATE,
            DrillStage.OWN_ROOT, ExitStep.OWN_ROOT,
            DrillStage.PROVE, ExitStep.PROVE,
            DrillStage.RESOLVE, ExitStep.RESOLVE,
            DrillStage.FINISH, ExitStep.FINISH));

    private final Walk walk;
    private final Phrases phrases;
    private final Tour.Steps steps;
    private final Drill drill;
    private final Set<DrillStage> pictured = EnumSet.noneOf(DrillStage.class);
    private final Map<String, DrillStage> said = new LinkedHashMap<>();

    /// @param steps takes the pictures
    TourDrill(Walk walk, Phrases phrases, Tour.Steps steps, Drill drill) {
        this.walk = walk;
        this.phrases = phrases;
        this.steps = steps;
        this.drill = drill;
        EnumSet.complementOf(EnumSet.of(DrillStage.BEGIN, DrillStage.LIE_TOLD, DrillStage.TOKEN))
                .forEach(stage -> said.put(phrases.say("guide.now." + stage), stage));
    }

    /// @param directory for the certificate; one of the same name is replaced
    /// @return where it is
    Path play(Path directory) throws IOException {
        walk.press(phrases.say("drills.title"));
        walk.press(phrases.say("drills.start.of", phrases.say("drill." + drill + ".title")));
        walk.see(phrases.say("guide.do.READY"));
        walk.see(phrases.say("action.refresh"));
        steps.take("drill-begins", phrases.say("balances.title"));
        walk.press(phrases.say("guide.begin"));
        walk.see(phrases.say("drill." + drill + ".begins"));
        leave();
        boolean over = false;
        for (int turn = 0; turn < MOST_TURNS && !over; turn++) {
            Optional<DrillStage> stage = stage();
            over = stage.filter(DrillStage.DONE::equals).isPresent();
            if (stage.isPresent() && !over) {
                turn(stage.get());
            }
            Walk.pause();
        }
        return end(directory);
    }

    private Path end(Path directory) throws IOException {
        walk.press(phrases.say("guide.end"));
        steps.take("drill-ends", phrases.say("drill.certificate.did"));
        Path file = directory.resolve(
                "certificate-" + drill.id() + "-" + phrases.language().tag() + ".html");
        Files.deleteIfExists(file);
        walk.type(phrases.say("drills.file"), file.toString());
        walk.press(phrases.say("drills.save"));
        walk.see(phrases.say("file.written"));
        walk.press(phrases.say("action.close"));
        walk.press(phrases.say("drills.back"));
        walk.see(phrases.say("drills.sentence"));
        return file;
    }

    /// What the guide says now; empty while it looks, or lets time pass.
    private Optional<DrillStage> stage() {
        return walk.oneOf(List.copyOf(said.keySet())).map(said::get);
    }

    /// Begins the way out.
    private void leave() throws IOException {
        walk.press(phrases.say("exits.title"));
        walk.see(phrases.say("exits.underWay"));
        if (drill == Drill.FALSE_ROOT) {
            walk.press(phrases.say("exits.withdraw"));
        } else {
            walk.press(phrases.say("exits.force"));
            walk.press(phrases.say("exits.choose.FORCED_WITHDRAWAL"));
        }
        walk.type(phrases.say("send.amount"), AMOUNT);
        steps.take("drill-leaves", phrases.say("exits.ladder"));
        walk.press(phrases.say("exits.keep"));
        sign();
    }

    /// A step on the page, or time in the guide. Where the page has moved on already, the guide will too.
    private void turn(DrillStage stage) throws IOException {
        Optional<ExitStep> step = Optional.ofNullable(STEPS.get(stage));
        if (step.isPresent()) {
            if (walk.pressed(phrases.say("exits.do." + step.get()))) {
                step(step.get(), stage);
            }
            return;
        }
        if (stage == DrillStage.FALSE_ROOT && pictured.add(stage)) {
            refused();
        } else if (stage == DrillStage.AWAIT_MATURITY && pictured.add(stage)) {
            steps.take("drill-waits", phrases.say("guide.do.AWAIT_MATURITY"));
        }
        pass();
    }

    private void step(ExitStep step, DrillStage stage) throws IOException {
        if (step == ExitStep.OWN_ROOT) {
            if (pictured.add(stage)) {
                steps.take("drill-own-root", phrases.say("exits.ownRoot.go"));
            }
            walk.press(phrases.say("exits.ownRoot.go"));
        }
        sign();
        for (int i = 0; i < A_LOOK && stage().filter(stage::equals).isPresent(); i++) {
            Walk.pause(); // the guide has to look first; some steps come twice
        }
    }

    /// Nothing is proven against a root that is none of the L2's.
    private void refused() throws IOException {
        walk.press(phrases.say("exits.do.PROVE"));
        walk.see(phrases.say("exits.offer.otherRoot", Walk.ANYTHING));
        steps.take("drill-refused", phrases.say("action.back"));
        walk.press(phrases.say("action.back"));
    }

    /// Whatever time the guide offers to let pass.
    private void pass() {
        for (String words : new String[] {
            phrases.say("guide.pass.block"),
            phrases.say("guide.pass.window"),
            phrases.say("guide.pass.span", Walk.ANYTHING)
        }) {
            if (walk.pressed(words)) {
                return;
            }
        }
    }

    /// What the page offered may be done already when it is looked at anew: then the next step stands there, or
    /// nothing.
    private void sign() {
        String again = phrases.say("send.signAnyway", Walk.ANYTHING, Walk.ANYTHING);
        String home = phrases.say("exits.back");
        List<String> signs = Arrays.stream(ExitStep.values())
                .map(step -> phrases.say("exits.sign." + step, Walk.ANYTHING))
                .toList();
        List<String> seen = new ArrayList<>(signs);
        seen.add(phrases.say("exits.offer.nothing"));
        seen.add(phrases.say("exits.offer.waits"));
        seen.add(phrases.say("exits.offer.otherRoot", Walk.ANYTHING));
        seen.add(phrases.say("exits.offer.couldNot", Walk.ANYTHING));
        seen.add(phrases.say("send.readOn"));
        walk.seeOneOf(seen.toArray(String[]::new));
        walk.readOn(phrases.say("send.readOn"));
        if (signs.stream().noneMatch(walk::pressed)) {
            walk.press(phrases.say("action.back"));
            return;
        }
        walk.seeOneOf(again, home);
        walk.pressed(again);
        walk.press(home);
        walk.see(phrases.say("exits.underWay"));
    }
}
