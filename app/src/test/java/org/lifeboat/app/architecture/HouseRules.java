package org.lifeboat.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The rules of the house under one root package: the real one, or the planted one that breaks them all.
record HouseRules(String root) {
    /// Arithmetic and rules: the same answer everywhere, also in a test and offline.
    private static final List<String> PURE =
            List.of("primitives", "crypto", "evm", "verifier", "lightclient", "rollups", "channels");

    /// Who may see whom among our own modules; `app` sees all.
    private static final Map<String, List<String>> ARROWS = arrows();

    private static final String NETWORK = "java.net.(?!URI$|URISyntaxException$).*|javax.net.*";
    private static final String DISK = "java.nio.file.*|java.nio.channels.*|java.io.(File|RandomAccess).*";
    private static final String NATIVE_CRYPTOGRAPHY = "fr.acinq.*|supranational.*|ethereum.ckzg4844.*"
            + "|org.bouncycastle.(math.ec|jce|crypto.ec|jcajce).*|org.bouncycastle.crypto.signers.EC.*"
            + "|org.bouncycastle.crypto.params.EC.*";
    private static final String KEY_HOLDERS =
            "org.web3j.crypto.(Credentials|ECKeyPair|Bip32ECKeyPair|Bip44WalletUtils|Keys|MnemonicUtils|Wallet.*)";

    private static Map<String, List<String>> arrows() {
        List<String> below =
                List.of("primitives", "crypto", "evm", "verifier", "lightclient", "rollups", "channels", "resources");
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        arrows.put("primitives", List.of());
        arrows.put("resources", List.of());
        arrows.put("testkit", List.of());
        arrows.put("crypto", List.of("primitives"));
        arrows.put("evm", List.of("primitives", "crypto"));
        arrows.put("verifier", List.of("primitives", "crypto", "evm"));
        arrows.put("lightclient", List.of("primitives", "crypto"));
        arrows.put("rollups", List.of("primitives", "crypto", "evm", "verifier"));
        arrows.put("channels", List.of("primitives", "crypto"));
        arrows.put("vault", List.of("primitives", "crypto"));
        arrows.put("engine", Stream.concat(below.stream(), Stream.of("vault")).toList());
        // What a beacon node says is made of the light client's values.
        arrows.put("rpc", List.of("primitives", "lightclient", "engine"));
        arrows.put("store", List.of("primitives", "engine"));
        arrows.put("sandbox", below);
        // Engine's answers are made of the values of primitives, so the screens see those too. What a person types or
        // reads of keys (Secret, Phrase, Description) is vault's, and goes past engine without being copied.
        arrows.put("ui", List.of("primitives", "engine", "vault", "resources"));
        return arrows;
    }

    /// Every rule under its name.
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        ARROWS.forEach((module, seen) -> rules.put("arrows go down from " + module, arrow(module, seen)));
        rules.put("pure modules do no input or output", nobodyIn(PURE, NETWORK + "|" + DISK + "|java.sql.*"));
        rules.put("pure modules read no clock", noClock());
        rules.put("pure modules start no threads", nobodyIn(PURE, "java.lang.Thread|java.util.concurrent.*"));
        rules.put("java.sql only in store", onlyIn(List.of("store"), "java.sql.*|javax.sql.*|org.sqlite.*"));
        rules.put("native cryptography only in crypto", onlyIn(List.of("crypto"), NATIVE_CRYPTOGRAPHY));
        rules.put("Bouncy Castle only in crypto and vault", onlyIn(List.of("crypto", "vault"), "org.bouncycastle.*"));
        rules.put(
                "JavaFX only in ui, app and the figures of the window",
                onlyIn(List.of("ui", "app", "conformance.window"), "javafx.*|com.sun.javafx.*"));
        rules.put("Platform.runLater only in ui.tasks", noRunLater());
        rules.put(
                "passwords and words are typed in ui.secrets only",
                onlyIn(List.of("ui.secrets", "conformance.window"), "javafx.scene.control.(PasswordField|TextArea)"));
        rules.put("on the screen, secrets are made in ui.secrets only", secretsOfTheScreen());
        rules.put("vault has no network", nobodyIn(List.of("vault"), NETWORK + "|java.net.http.*"));
        rules.put("engine has no network", nobodyIn(List.of("engine"), NETWORK + "|java.net.http.*"));
        rules.put("what is checked knows no balance", checkedBelowBalances());
        rules.put("of web3j, vault uses crypto at most", nobodyIn(List.of("vault"), "org.web3j.(?!crypto).*"));
        rules.put("web3j's key holders are left alone", onlyIn(List.of("vault"), KEY_HOLDERS));
        rules.put("screens do not know each other", screensApart());
        return rules;
    }

    private ArchRule arrow(String module, List<String> seen) {
        String[] allowed =
                Stream.concat(Stream.of(module), seen.stream()).map(this::in).toArray(String[]::new);
        DescribedPredicate<JavaClass> foreign = resideInAnyPackage(root + "..").and(resideOutsideOfPackages(allowed));
        return noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat(foreign)
                .because("arrows go down only (resources/docs/architecture.md)")
                .allowEmptyShould(true);
    }

    private ArchRule nobodyIn(List<String> modules, String names) {
        return noClasses()
                .that()
                .resideInAnyPackage(in(modules))
                .should()
                .dependOnClassesThat(nameMatching(names))
                .allowEmptyShould(true);
    }

    /// Balances are read by running code on checked state; the other way round would be a circle.
    private ArchRule checkedBelowBalances() {
        return noClasses()
                .that()
                .resideInAnyPackage(in(List.of("engine.claims", "engine.verified")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("engine.balances"))
                .allowEmptyShould(true);
    }

    private ArchRule onlyIn(List<String> modules, String names) {
        return noClasses()
                .that(resideInAnyPackage(root + "..").and(resideOutsideOfPackages(in(modules))))
                .should()
                .dependOnClassesThat(nameMatching(names))
                .allowEmptyShould(true);
    }

    private ArchRule noClock() {
        return noClasses()
                .that()
                .resideInAnyPackage(in(PURE))
                .should()
                .accessTargetWhere(target("java.lang.System", "currentTimeMillis|nanoTime")
                        .or(target("java.time.*", "now|system.*|tick.*")))
                .orShould()
                .dependOnClassesThat(nameMatching("java.util.(Timer|Date|Calendar)|java.time.(Clock|InstantSource).*"))
                .allowEmptyShould(true);
    }

    private ArchRule noRunLater() {
        return noClasses()
                .that(resideInAnyPackage(root + "..").and(resideOutsideOfPackages(in("ui.tasks"))))
                .should()
                .accessTargetWhere(target("javafx.application.Platform", "runLater"))
                .allowEmptyShould(true);
    }

    /// What is typed elsewhere never becomes a secret, so it was none.
    private ArchRule secretsOfTheScreen() {
        return noClasses()
                .that(resideInAnyPackage(in("ui")).and(resideOutsideOfPackages(in("ui.secrets"))))
                .should()
                .accessTargetWhere(target(".*[.]vault[.]Secret", "take"))
                .allowEmptyShould(true);
    }

    /// The packages that serve every screen are no screens; the window and the tour put the screens together.
    private static final List<String> SHARED = List.of(
            "ui.tasks",
            "ui.phrases",
            "ui.look",
            "ui.parts",
            "ui.states",
            "ui.places",
            "ui.frame",
            "ui.secrets",
            "ui.session",
            "ui.evidence");

    private ArchRule screensApart() {
        return slices().matching(root + ".ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAnyPackage("..ui.."), resideInAnyPackage(in(SHARED)))
                .ignoreDependency(resideInAnyPackage(in(List.of("ui.window", "ui.tour"))), resideInAnyPackage("..ui.."))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaAccess<?>> target(String owner, String member) {
        return DescribedPredicate.describe(
                owner + "." + member,
                access -> access.getTargetOwner().getName().matches(owner)
                        && access.getName().matches(member));
    }

    private String in(String module) {
        return root + "." + module + "..";
    }

    private String[] in(List<String> modules) {
        return modules.stream().map(this::in).toArray(String[]::new);
    }
}
