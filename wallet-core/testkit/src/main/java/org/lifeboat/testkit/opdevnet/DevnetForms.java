package org.lifeboat.testkit.opdevnet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// The forms that a story is played in: the usual one, one by the property `lifeboat.seed`, or those that
/// `lifeboat.forms` names:
/// `all`, or parts of names with commas between them, each of which a form must have (`current,blobs`).
final class DevnetForms implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        String story = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        List<DevnetForm> chosen =
                chosen(System.getProperty("lifeboat.forms", ""), System.getProperty("lifeboat.seed", ""), story);
        System.out.println("form of " + story + ": " + chosen);
        return chosen.stream().map(Arguments::of);
    }

    static List<DevnetForm> chosen(String forms, String seed, String story) {
        if (forms.isBlank()) {
            return List.of(seed.isBlank() ? DevnetForm.USUAL : DevnetForm.rotated(Long.parseLong(seed), story));
        }
        List<String> parts = forms.equals("all") ? List.of() : Arrays.asList(forms.split(","));
        List<DevnetForm> chosen = DevnetForm.all().stream()
                .filter(form -> Arrays.asList(form.toString().split("-")).containsAll(parts))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no form is " + forms + "; there are " + DevnetForm.all());
        }
        return chosen;
    }
}
