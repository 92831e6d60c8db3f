"""The table of units against a unit library: every factor and offset."""

from __future__ import annotations

import pytest

from factdiff.kinds.quantities.tables import rows

pint = pytest.importorskip("pint")

# the base unit in which a dimension's factors are given; dimensions of plain numbers have none
BASES = {
    "length": "meter",
    "area": "meter ** 2",
    "volume": "meter ** 3",
    "mass": "kilogram",
    "time": "second",
    "temperature": "kelvin",
    "speed": "meter / second",
    "energy": "joule",
    "power": "watt",
    "voltage": "volt",
    "current": "ampere",
    "data": "bit",
    "frequency": "hertz",
    "pressure": "pascal",
}
# what the library calls a unit that newspapers call something else; calories in news are large ones
NAMES = {
    "km/h": "kilometer / hour",
    "m/s": "meter / second",
    "feet per second": "foot / second",
    "nautical miles": "nautical_mile",
    "fluid ounces": "fluid_ounce",
    "light-years": "light_year",
    "light-minutes": "speed_of_light * minute",
    "km²": "kilometer ** 2",
    "m²": "meter ** 2",
    "m³": "meter ** 3",
    "km³": "kilometer ** 3",
    "square miles": "mile ** 2",
    "square feet": "foot ** 2",
    "square yards": "yard ** 2",
    "square inches": "inch ** 2",
    "cubic feet": "foot ** 3",
    "cubic yards": "yard ** 3",
    "cc": "centimeter ** 3",
    "barrels": "oil_barrel",
    "tons": "short_ton",
    "tonnes": "metric_ton",
    "calories": "kilocalorie",
    "°C": "degC",
    "°F": "degF",
    "K": "kelvin",
    "feet": "foot",
    "inches": "inch",
    "centuries": "century",
    "nights": "day",
    "megabits": "megabit",
    "gigabits": "gigabit",
    "cl": "centiliter",
    "ml": "milliliter",
    "cm": "centimeter",
    "psi": "pound_force_per_square_inch",
    "generations": None,
    "decades": None,  # the library means a logarithm by it
    "amps": "ampere",
    "KB": "kilobyte",
    "carats": "carat",
    "mph": "mile / hour",
    "knots": "knot",
    "kWh": "kilowatt_hour",
    "MWh": "megawatt_hour",
    "GWh": "gigawatt_hour",
    "mg": "milligram",
    "acre-feet": "acre * foot",
    "astronomical units": "astronomical_unit",
    "long tons": "long_ton",
    "hundredweight": "US_hundredweight",
    "watt-hours": "watt_hour",
    "TWh": "terawatt_hour",
    "TW": "terawatt",
    "km/s": "kilometer / second",
    "dm": "decimeter",
    "miles per second": "mile / second",
    "meters per hour": "meter / hour",
    "cubic inches": "inch ** 3",
    "cubic miles": "mile ** 3",
    "EB": "exabyte",
    "ZB": "zettabyte",
}
ROWS = [row for row in rows("units.tsv") if row[2] in BASES and NAMES.get(row[1], "") is not None]


@pytest.fixture(scope="module")
def library():
    return pint.UnitRegistry()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].partition("|")[0])
def test_factor(library, row):
    _, display, dimension, factor, offset, *_ = row
    name = NAMES.get(display, display)
    base = library.Quantity(1.0, name).to(BASES[dimension]).magnitude
    zero = library.Quantity(0.0, name).to(BASES[dimension]).magnitude
    assert float(factor) == pytest.approx(
        base - zero, rel=5e-6
    )  # survey against international feet
    assert float(offset or 0) == pytest.approx(zero, abs=1e-6)


def test_most_of_the_table_is_held_against_the_library():
    assert len(ROWS) > 70
