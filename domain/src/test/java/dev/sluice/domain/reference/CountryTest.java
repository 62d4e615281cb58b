package dev.sluice.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

    @Test
    void the_list_has_every_country_of_the_standard() {
        assertThat(Country.all()).hasSize(249);
        assertThat(Country.all()).extracting(Country::alpha3).doesNotHaveDuplicates();
        assertThat(Country.all()).extracting(Country::numericCode).doesNotHaveDuplicates();
        assertThat(Country.all()).extracting(Country::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GB|GBR|826|United Kingdom of Great Britain and Northern Ireland|Europe|Northern Europe",
                "US|USA|840|United States of America|Americas|Northern America",
                "AF|AFG|004|Afghanistan|Asia|Southern Asia",
                "CI|CIV|384|Côte d'Ivoire|Africa|Sub-Saharan Africa",
                "NR|NRU|520|Naoero|Oceania|Micronesia",
            })
    void a_country_has_what_the_standards_say(
            String alpha2, String alpha3, String numericCode, String name, String region, String subregion) {
        assertThat(Country.of(alpha2)).contains(new Country(alpha2, alpha3, numericCode, name, region, subregion));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XK", "EU", "UK", "AN", "gb", "GBR", "", " "})
    void codes_that_are_not_assigned_are_no_countries(String alpha2) {
        assertThat(Country.of(alpha2)).isEmpty();
    }

    /** A second opinion: the JDK keeps its own copy of the codes. */
    @Test
    void the_codes_agree_with_those_of_the_JDK() {
        Set<String> theirs = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

        assertThat(Country.all()).extracting(Country::alpha2).containsExactlyInAnyOrderElementsOf(theirs);
        assertThat(Country.all())
                .allSatisfy(
                        country -> assertThat(Locale.of("", country.alpha2()).getISO3Country())
                                .isEqualTo(country.alpha3()));
    }

    @Test
    void every_country_lies_in_one_of_the_regions_of_M49_but_Antarctica() {
        assertThat(Country.all())
                .extracting(Country::region)
                .containsOnly("Africa", "Americas", "Antarctica", "Asia", "Europe", "Oceania");
        assertThat(Country.all())
                .filteredOn(country -> country.region().equals("Antarctica"))
                .extracting(Country::alpha2)
                .containsExactly("AQ");
    }
}
