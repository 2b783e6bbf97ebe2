package org.lifeboat.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    private static final String PLANTED = "org.lifeboat.app.architecture.planted";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.lifeboat");
    private static final JavaClasses BREACHES = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void theHouse_isImportedWhole() {
        assertThat(HOUSE.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .contains("primitives", "engine", "ui", "app", "resources");
    }

    @TestFactory
    Stream<DynamicTest> theHouse_keepsItsRules() {
        return new HouseRules("org.lifeboat")
                .all().entrySet().stream()
                        .map(rule ->
                                dynamicTest(rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> eachRule_catchesItsPlantedBreach() {
        return new HouseRules(PLANTED)
                .all().entrySet().stream()
                        .map(rule -> dynamicTest(
                                rule.getKey(),
                                () -> assertThat(rule.getValue()
                                                .evaluate(BREACHES)
                                                .hasViolation())
                                        .isTrue()));
    }
}
