package dev.sluice.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantCategoryTest {

    @Test
    void the_list_is_complete() {
        assertThat(MerchantCategory.all()).hasSize(1101);
        assertThat(codesBetween("3000", "3299")).hasSize(300);
        assertThat(codesBetween("3300", "3350")).hasSize(51);
        assertThat(codesBetween("3351", "3441")).hasSize(91);
        assertThat(codesBetween("3501", "3838")).hasSize(338);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0742|Veterinary services|Agricultural services",
                "1520|General contractors - residential and commercial|Contracted services",
                "2842|Speciality cleaning, polishing and sanitation preparations|Contracted services",
                "3000|United Airlines|Airlines",
                "3350|Airlines|Airlines",
                "3351|Affiliated Auto Rental|Car rental",
                "3441|Advantage Rent-A-Car|Car rental",
                "3501|Holiday Inns|Lodging",
                "3838|Kimpton Hotels|Lodging",
                "3998|China Railway|Transportation",
                "4121|Taxi-cabs and limousines|Transportation",
                "4900|Utilities - electric, gas, water and sanitary|Utilities",
                "5199|Non-durable goods - not elsewhere classified|Retail outlets",
                "5200|Home supply warehouse outlets|Retail outlets",
                "5300|Wholesale clubs|Retail outlets",
                "5399|Miscellaneous general merchandise|Retail outlets",
                "5462|Bakeries|Retail outlets",
                "5661|Shoe shops|Clothing outlets",
                "5811|Caterers|Miscellaneous outlets",
                "5999|Miscellaneous and speciality retail outlets|Miscellaneous outlets",
                "6011|Financial institutions - automated cash disbursements|Service providers",
                "7311|Advertising services|Business services",
                "7531|Automotive body repair shops|Repair services",
                "7995|'Betting, including lottery tickets, casino gaming chips, off-track betting and wagers at race"
                        + " tracks'|Amusement and entertainment",
                "8111|Legal services and attorneys|Professional services and membership organizations",
                "9311|Tax payments|Government services",
                "9950|Intra-company purchases|Other",
            })
    void a_code_has_its_description_and_category(String code, String description, String category) {
        assertThat(MerchantCategory.of(code)).contains(new MerchantCategory(code, description, category));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "3500", "9999", "541", "54110", " 5411", "", "５４１１"})
    void what_is_not_assigned_is_no_category(String code) {
        assertThat(MerchantCategory.of(code)).isEmpty();
    }

    @Test
    void every_code_lies_in_exactly_one_category() {
        List<TableRow> ranges = ReferenceTable.rows("mcc-categories.txt", 3);

        assertThat(MerchantCategory.all())
                .allSatisfy(category -> assertThat(ranges)
                        .filteredOn(range -> range.field(0).compareTo(category.code()) <= 0
                                && range.field(1).compareTo(category.code()) >= 0)
                        .singleElement()
                        .satisfies(range -> assertThat(range.field(2)).isEqualTo(category.category())));
    }

    @ParameterizedTest
    @CsvSource({
        "0700-0999 0999-1499, one range only",
        "0999-0700, ends at or after",
        "700-0999, four digits",
        "0700-99, four digits",
    })
    void ranges_that_are_wrong_are_refused_with_file_line_and_rule(String ranges, String rule) {
        List<TableRow> rows = Arrays.stream(ranges.split(" ", -1))
                .map(range -> range.split("-", -1))
                .map(range -> new TableRow("mcc-categories.txt", 9, List.of(range[0], range[1], "Any")))
                .toList();

        assertThatThrownBy(() -> MerchantCategoryRanges.of(rows))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("mcc-categories.txt line 9", rule);
    }

    @Test
    void a_range_holds_its_first_and_its_last_code() {
        MerchantCategoryRanges ranges = MerchantCategoryRanges.read();

        assertThat(ranges.categoryOf("3000")).contains("Airlines");
        assertThat(ranges.categoryOf("3350")).contains("Airlines");
        assertThat(ranges.categoryOf("3351")).contains("Car rental");
    }

    @Test
    void a_code_outside_every_range_has_no_category() {
        MerchantCategoryRanges ranges = MerchantCategoryRanges.read();

        assertThat(List.of("0000", "1499", "9199"))
                .allSatisfy(code -> assertThat(ranges.categoryOf(code)).isEmpty());
    }

    private static List<MerchantCategory> codesBetween(String first, String last) {
        return MerchantCategory.all().stream()
                .filter(category ->
                        first.compareTo(category.code()) <= 0 && category.code().compareTo(last) <= 0)
                .toList();
    }
}
