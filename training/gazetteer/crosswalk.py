"""Writes `admin1_iso.csv`: which ISO 3166-2 code each GeoNames state or department has.

GeoNames numbers states after FIPS 10-4 (MX.25), ISO 3166-2 has its own codes (MX-SIN). Where GeoNames already uses
the ISO letters they are taken; otherwise the names are compared with those of Unicode CLDR; what is left for the
Americas is settled by hand below. Run: ``python training/gazetteer/crosswalk.py --gazetteer DIR --cldr DIR``.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path

from sources import HERE, bare_names, cldr_subdivisions

from recuento.annotate.place_fold import fold

BY_HAND = {
    "MX.09": "MX-CMX", "MX.15": "MX-MEX", "CO.34": "CO-DC", "CO.25": "CO-SAP", "GT.07": "GT-01", "GT.14": "GT-14",
    "GT.20": "GT-10",
    "PE.LMA": "PE-LMA", "PE.15": "PE-LIM", "PE.08": "PE-CUS", "PE.12": "PE-JUN", "PE.02": "PE-ANC", "PE.07": "PE-CAL",
    "VE.25": "VE-A", "VE.24": "VE-W", "VE.26": "VE-X", "EC.26": "EC-SD", "BR.07": "BR-DF", "HN.11": "HN-IB",
    "EC.24": "EC-D", "EC.15": "EC-S", "GB.ENG": "GB-ENG", "GB.SCT": "GB-SCT", "GB.WLS": "GB-WLS", "GB.NIR": "GB-NIR",
    "AU.02": "AU-NSW", "AU.07": "AU-VIC", "AU.04": "AU-QLD",
}  # fmt: skip

HERE_CSV = HERE / "admin1_iso.csv"


def crosswalk(gazetteer: Path, cldr: Path) -> list[tuple[str, str, str, str]]:
    """Return (GeoNames key, ISO 3166-2 code, name, how it was found), in order of key."""
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    known = cldr_subdivisions(cldr)
    for code, names in known.items():
        for name in names:
            for form in {name} | bare_names(name):
                by_name[code[:2], fold(form)].add(code)
    rows = []
    for line in (gazetteer / "geonames_admin1CodesASCII.txt").read_text("utf-8").splitlines():
        key, name, plain, _number = line.split("\t")
        country, letters = key.split(".")
        forms = {fold(form) for whole in (name, plain) for form in {whole} | bare_names(whole)}
        named = set().union(*(by_name[country, form] for form in forms))
        if key in BY_HAND:
            rows.append((key, BY_HAND[key], name, "hand"))
        elif f"{country}-{letters}" in named or (country == "US" and letters.isalpha()):
            rows.append((key, f"{country}-{letters}", name, "same code"))
        elif len(named) == 1:
            rows.append((key, named.pop(), name, "name in CLDR"))
    return sorted(rows)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gazetteer", type=Path, required=True)
    options.add_argument("--cldr", type=Path, required=True)
    chosen = options.parse_args()
    with HERE_CSV.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["geonames", "iso_3166_2", "name", "found_by"])
        writer.writerows(crosswalk(chosen.gazetteer, chosen.cldr))


if __name__ == "__main__":
    main()
