### Hoe ver iemand is op weg naar een tweede factor: als woord in een lijst, en als zin die beheerders lezen.

status-label-not-required = Niet verplicht
status-label-announced = Aangekondigd
status-label-grace = Uitstel
status-label-must-activate = Instellen vereist
status-label-overdue = Te laat
status-label-active = Actief
status-label-exempt = Vrijgesteld
status-label-off = Uitgeschakeld
status-label-unknown = Nog niet bekend

status-not-required = Heeft geen tweede factor en heeft er geen nodig.
status-announced = Heeft geen tweede factor en heeft er vanaf { $from } een nodig.
status-grace = Heeft geen tweede factor en mag het instellen uitstellen tot { $until }.
status-skips =
    { $count ->
        [1] Heeft geen tweede factor en mag het instellen nog één keer uitstellen.
       *[other] Heeft geen tweede factor en mag het instellen nog { $count } keer uitstellen.
    }
status-must-activate = Heeft geen tweede factor en moet er sinds { $since } een instellen.
status-overdue = Heeft nog steeds geen tweede factor, hoewel die sinds { $since } verplicht is.
status-active = Heeft een tweede factor.
status-exempt = Tot { $until } wordt niets gevraagd.
status-off = Voor dit account is er geen tweede factor.
