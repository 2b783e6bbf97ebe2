package org.lifeboat.ui.onboarding;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.WizardPage;
import org.lifeboat.ui.places.Page;

/// The pages of onboarding, one after the other in the middle of the window.
public final class OnboardingView implements Page {
    private final Surroundings around;
    private final OnboardingViewModel model;
    private final Consumer<Language> apply;
    private final RandomGenerator random;
    private final WizardPage root = new WizardPage();
    private final ChangeListener<Object> redraw = (_, _, _) -> draw();
    private Step shown = Step.plain(new VBox());

    /// A page, what has to be wiped when it is left, and whether it can show another screen without losing
    /// what was typed into it.
    record Step(Region node, Runnable leave, Predicate<OnboardingScreen> follow) {
        static Step plain(Region node) {
            return new Step(node, () -> {}, _ -> false);
        }
    }

    /// @param apply switches the window's language
    /// @param random orders the words that are asked for
    public OnboardingView(
            Surroundings around, OnboardingViewModel model, Consumer<Language> apply, RandomGenerator random) {
        this.around = around;
        this.model = model;
        this.apply = apply;
        this.random = random;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        model.screen().addListener(redraw);
        draw();
    }

    @Override
    public void detach() {
        model.screen().removeListener(redraw);
        shown.leave().run();
        shown = Step.plain(new VBox());
    }

    private void draw() {
        if (shown.follow().test(model.screen().get())) {
            return;
        }
        shown.leave().run();
        shown = step(model.screen().get());
        root.show(shown.node());
        Focus.first(shown.node()).or(() -> Focus.first(root)).ifPresent(Node::requestFocus);
    }

    private Step step(OnboardingScreen screen) {
        return switch (screen) {
            case OnboardingScreen.ChooseLanguage() -> Ways.language(around, model, apply);
            case OnboardingScreen.ChooseWay(boolean offline) -> Ways.choose(around, model, offline);
            case OnboardingScreen.ShowWords() -> WordsSteps.show(around, model);
            case OnboardingScreen.ConfirmWords() -> WordsSteps.confirm(around, model, random);
            case OnboardingScreen.EnterWords words -> WordsSteps.enter(around, model, words);
            case OnboardingScreen.EnterBackup backup -> new BackupStep(around, model).step(backup);
            case OnboardingScreen.EnterAddress(boolean wrong) -> Ways.address(around, model, wrong);
            case OnboardingScreen.ChoosePassword password -> PasswordStep.of(around, model, password);
            case OnboardingScreen.ChooseSources sources -> SourcesStep.of(around, model, sources);
        };
    }
}
