### Wat er mis is met een veld van een formulier, als één zin naast het veld.

field-label-reason = Reden

field-reason = Geef een reden op, in maximaal 500 tekens en op één regel.
field-until = Voer een datum in de toekomst in, binnen een jaar, bijvoorbeeld 2027-03-01.
field-from = Voer een datum in, bijvoorbeeld 2027-03-01, of laat het veld leeg.
field-grace = Kies of het mag worden uitgesteld, en hoe.
field-days = Voer een aantal dagen in van 1 tot en met 366.
field-skips = Voer in hoe vaak het mag worden uitgesteld, van 1 tot en met 100.
field-whom = Kies over wie de regel gaat.
field-value = Daar kan de regel niet over gaan. Een domein ziet eruit als acme.example, een adres als ada@acme.example; alleen bij “Iedereen” hoeft u niets in te vullen.
field-addresses = Voer e-mailadressen in, elk op een eigen regel.
field-effect = Kies wat de regel doet.
field-reach = Kies vanaf wanneer de regel geldt voor wie al is aangemeld.
field-remember = Kies of apparaten mogen worden onthouden.
field-hours = Voer een aantal uren in van 1 tot en met 8760.
field-recovery = Kies ja of nee.
field-email = Kies ja of nee. Authenticatie-apps of codes per e-mail moeten worden geaccepteerd, minstens een van beide.
field-max-age = Voer een aantal minuten in van 1 tot en met 525600, of laat het veld leeg.
field-status = Deze status bestaat niet.
field-user = Voer de ID van een gebruiker in.
field-other = De waarde in dit veld is niet toegestaan.
