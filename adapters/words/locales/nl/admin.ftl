### De pagina’s van beheerders: personen, één persoon, waarom, en het logboek. De regels staan in rule.ftl.

admin-navigation = Beheer
admin-people = Personen
admin-rules = Regels
admin-log = Logboek
admin-own-settings = Mijn eigen aanmelding in twee stappen

admin-pages = Pagina’s
admin-previous = Vorige
admin-next = Volgende
admin-page = Pagina { $number }
admin-no-such-page = Deze pagina bestaat niet.
admin-first-page = Eerste pagina tonen

admin-people-heading = Personen en hun aanmelding in twee stappen
admin-settling = <strong>De lijst wordt nog berekend</strong> omdat er regels zijn gewijzigd. Open de pagina over een minuut opnieuw voor de definitieve aantallen.
admin-overview = Overzicht
admin-have-one =
    { $count ->
        [one] <strong>{ $count } van de { $total }</strong> heeft een tweede factor.
       *[other] <strong>{ $count } van de { $total }</strong> hebben een tweede factor.
    }
admin-missing =
    { $count ->
        [one] <strong>{ $count }</strong> moet er nog een instellen:
       *[other] <strong>{ $count }</strong> moeten er nog een instellen:
    }
admin-nobody-missing = Iedereen die er een moet hebben, heeft er een.
admin-status-count = { $status }: { $count }
admin-by-status = Iedereen per status:
admin-by-domain = Per domein
admin-by-role = Per rol
admin-people-by-domain = Personen per domein
admin-people-by-role = Personen per rol
admin-column-have = Hebben er een
admin-column-missing = Moeten nog
admin-more-groups =
    { $count ->
        [one] { $count } kleinere wordt niet getoond.
       *[other] { $count } kleinere worden niet getoond.
    }
admin-nobody-yet = Er is nog niemand bekend.
admin-nobody-yet-why = Er is nog niemand bekend. Personen verschijnen hier bij hun eerste aanmelding, of meteen als de toepassing een lijst van haar gebruikers levert.
admin-those-who-match = Gevonden personen
admin-everybody = Iedereen
admin-nobody-matches = Niemand gevonden. De zoekfunctie kijkt naar het <em>begin</em> van de naam, het adres of de ID.

admin-search-people = Personen zoeken
admin-begins-with = Naam, adres of ID begint met
admin-status = Status
admin-any = Alle
admin-domain = Domein
admin-role = Rol
admin-tenant = Tenant
admin-search = Zoeken
admin-show-everybody = Iedereen tonen
admin-name = Naam
admin-roles = Rollen
admin-roles-label = Rollen:
admin-download-everybody = Iedereen als tabel downloaden (CSV)
admin-download-matching = Gevonden personen als tabel downloaden (CSV)

admin-until = tot { $until }
admin-from = vanaf { $from }
admin-since = sinds { $since }
admin-skips-left =
    { $count ->
        [one] mag nog { $count } keer uitstellen
       *[other] mag nog { $count } keer uitstellen
    }

admin-why-title = Waarom: { $user }
admin-why-heading = Waarom een tweede factor wel of niet verplicht is voor <span class="cs-break">{ $user }</span>
admin-explanation = Uitleg
admin-everything = Alles over deze gebruiker
admin-decided-nobody = Geen enkele regel die nu geldt, gaat over deze gebruiker. Een tweede factor wordt dus aangeboden, maar is niet verplicht.
admin-decided-rule = Deze regel beslist: { $rule }.
admin-decided-own = Een beheerder ({ $by }) heeft over precies deze gebruiker beslist, en dat telt zwaarder dan elke regel: { $decision }.
admin-decided-held-rule = Een tweede factor is sinds { $since } verplicht voor deze gebruiker, door de regel “{ $rule }”. Dat blijft zo, ook al volgt het niet meer uit het adres, de rollen of de tenant van de gebruiker, totdat een beheerder over de gebruiker beslist of de regel verwijdert.
admin-decided-held = Een tweede factor is sinds { $since } verplicht voor deze gebruiker: een beheerder heeft de gebruiker gereset, of het was al zo waar de gebruiker vandaan komt. Dat blijft zo totdat een beheerder over de gebruiker beslist.
admin-reason-given = Opgegeven reden: { $reason }

admin-own-require = deze gebruiker moet een tweede factor hebben
admin-own-require-until = deze gebruiker moet een tweede factor hebben en mag dat uitstellen tot { $until }
admin-own-require-for = deze gebruiker moet een tweede factor hebben en mag dat nog { $period } uitstellen nadat de verplichting ingaat
admin-own-require-skips =
    { $count ->
        [1] deze gebruiker moet een tweede factor hebben en mag dat één keer uitstellen
       *[other] deze gebruiker moet een tweede factor hebben en mag dat { $count } keer uitstellen
    }
admin-own-release = deze gebruiker heeft geen tweede factor nodig, wat de regels ook zeggen
admin-own-exempt = van deze gebruiker wordt tot { $until } niets gevraagd, wat de regels ook zeggen
admin-own-ended = Een beheerder ({ $by }) besliste op { $at }: { $decision }. Dat geldt niet meer. Reden: { $reason }

admin-asked-nothing = Er wordt niets gevraagd.
admin-asked-if-enrolled = Bij het aanmelden wordt om een tweede factor gevraagd als die er is; verplicht is die niet.
admin-asked-grace = Een tweede factor is verplicht; wie er geen heeft, mag tot { $until } zonder naar binnen.
admin-asked-always = Een tweede factor is verplicht; wie er geen heeft, moet er eerst een instellen.
admin-asked-recent = De laatste bevestiging met een tweede factor mag hoogstens { $period } geleden zijn.

admin-lost = Regels die niet hebben beslist ({ $count })
admin-lost-more =
    { $count ->
        [one] Nog { $count } die niet over deze gebruiker gaat.
       *[other] Nog { $count } die niet over deze gebruiker gaan.
    }
admin-lost-own-decides = Een beheerder heeft over deze gebruiker beslist.
admin-lost-held-decides = Een verplichting die al gold, blijft gelden.
admin-lost-farther-away = Een regel die dichter bij deze gebruiker staat, beslist.
admin-lost-less-strict = Een regel van dezelfde soort beslist die strenger is, of even streng is en eerder is ingegaan.
admin-lost-not-yet = De regel geldt nog niet.
admin-lost-not-about = De regel gaat niet over deze gebruiker.

admin-exempt-kinds = Bij deze soorten aanmelding wordt niets gevraagd: { $kinds }.
admin-exempt-kinds-whatever = Wat hier ook staat, bij deze soorten aanmelding wordt niets gevraagd: { $kinds }.
admin-kind-sso = single sign-on
admin-kind-sso-mfa = single sign-on waarbij om meerdere factoren is gevraagd
admin-kind-api-key = API-sleutels
admin-kind-service = serviceaccounts

admin-status-why = Status en uitleg
admin-user = Gebruiker
admin-key = ID
admin-address = E-mailadres
admin-not-confirmed = { $address } (niet bevestigd)
admin-no-address = geen
admin-no-roles = geen
admin-set-up = Wat er is ingesteld
admin-nothing-set-up = Niets.
admin-kind = Soort
admin-recovery-left = Resterende herstelcodes
admin-recovery-count = { $count } van { $total }
admin-devices = Onthouden apparaten
admin-history = Geschiedenis
admin-history-all = Alles bekijken in het logboek
admin-own-account = Dit is uw eigen account. Niemand beslist hier over het eigen account; vraag het een andere beheerder.

admin-done-required = Een tweede factor is nu verplicht voor deze gebruiker.
admin-done-released = Deze gebruiker heeft geen tweede factor meer nodig.
admin-done-exempted = Van deze gebruiker wordt niets gevraagd totdat de vrijstelling eindigt.
admin-done-follows-rules = De regels beslissen weer over deze gebruiker.
admin-done-reset = Aanmelden in twee stappen is gereset voor deze gebruiker. Alles wat was ingesteld, is weg, elke sessie is beëindigd, geen enkel apparaat wordt nog onthouden, en de gebruiker moet alles opnieuw instellen.

admin-decide = Over deze gebruiker beslissen
admin-decide-intro = Wat hier wordt beslist, telt zwaarder dan elke regel. De reden wordt bewaard in het logboek, en de gebruiker kan die lezen.
admin-require = Tweede factor verplichten
admin-put-off = Mag het worden uitgesteld?
admin-put-off-no = Nee: meteen
admin-release = Ontheffen van de verplichting
admin-release-what = De gebruiker heeft geen tweede factor nodig, wat de regels ook zeggen, totdat iemand iets anders beslist. Is er een tweede factor ingesteld, dan wordt daar nog wel om gevraagd.
admin-release-button = Gebruiker van de verplichting ontheffen
admin-exempt = Tijdelijk vrijstellen
admin-exempt-what = Tot die tijd wordt er niets van de gebruiker gevraagd, ook geen tweede factor die al is ingesteld. Daarna gelden vanzelf weer de regels.
admin-last-day = Laatste dag (UTC)
admin-exempt-button = Deze gebruiker vrijstellen
admin-follow = Weer de regels volgen
admin-follow-what = Wat over deze gebruiker is beslist, en een verplichting die tot nu toe gold, vervallen. Vanaf dan tellen alleen de regels.
admin-follow-button = De regels laten beslissen
admin-reason-hint = De reden wordt bewaard in het logboek.
admin-reason-hint-user = De reden wordt bewaard in het logboek, en de gebruiker kan die lezen.
admin-reason-hint-activation = De gebruiker leest de reden op de pagina waar de tweede factor wordt ingesteld.
admin-reason-hint-reset = Hoe u hebt vastgesteld dat het echt de gebruiker is. Dit wordt bewaard in het logboek.

admin-reset-title = Telefoon en herstelcodes kwijt?
admin-reset-what = Een reset verwijdert alle apps, herstelcodes en onthouden apparaten, en beëindigt elke sessie waarin een tweede factor is gebruikt. De gebruiker krijgt hierover een e-mail en moet bij de volgende aanmelding alles opnieuw instellen. Controleer of het echt de gebruiker is die erom vraagt.
admin-reset = Aanmelden in twee stappen resetten
admin-reset-button = Alles verwijderen wat { $user } heeft ingesteld

admin-entries = Vermeldingen
admin-search-log = Logboek doorzoeken
admin-key-of-user = ID van een gebruiker
admin-show-everything = Alles tonen
admin-nothing-about-user = Er zijn geen vermeldingen over deze gebruiker.
admin-nothing-yet = Er is nog niets gebeurd.

admin-address-open = Adres niet bevestigd
admin-address-shared = Een ander account heeft hetzelfde adres, dus er worden geen codes en geen links naartoe gestuurd.
admin-resend = Link opnieuw sturen
admin-resend-hint = De gebruiker krijgt een e-mail met een link om het adres te bevestigen. Een link die eerder is verstuurd, is dan niet meer geldig.
admin-done-confirmation = De e-mail met de link is onderweg.
admin-confirm-many = Adressen laten bevestigen
admin-confirm-many-what = Iedereen in deze lijst van wie het adres niet is bevestigd, krijgt één keer een e-mail met een link. Het versturen gaat door op de achtergrond.
admin-confirm-everybody = Links naar iedereen sturen
admin-confirm-matching = Links naar gevonden personen sturen
admin-confirm-progress = Voortgang van het versturen
admin-nothing-to-confirm = Er is niets te bevestigen
admin-nothing-to-confirm-detail = Het adres is al bevestigd, er is geen adres dat bevestigd kan worden, of er worden hier geen e-mails verstuurd.
admin-confirmations = Bevestiging van adressen
admin-confirmations-progress = Links per e-mail
admin-confirmations-none = Er zijn nog geen links naar veel personen tegelijk gestuurd.
admin-confirmations-run = Begonnen op { $began }. Het versturen is nog bezig.
admin-confirmations-ended = Begonnen op { $began }, klaar op { $ended }.
admin-confirmations-seen = Bekeken personen
admin-confirmations-sent = Verstuurde links
admin-confirmations-left = Nog niet door de mailserver aangenomen
admin-confirmations-confirmed = Bevestigd
admin-confirmations-recent = Kregen in het afgelopen uur al een link
admin-confirmations-without = Geen adres, of het adres van meerdere accounts
admin-confirmations-failed = Niet te bezorgen
admin-confirmations-unsure = Misschien niet bezorgd
admin-confirmations-unsure-hint = Wie misschien geen link heeft gekregen, krijgt er bij deze verzending niet nog een, zodat niemand er twee krijgt. Stuur de link opnieuw op de pagina van de gebruiker.
admin-confirmations-by-itself = De aantallen worden elke vijf seconden bijgewerkt.
admin-confirmations-still = Niet meer bijwerken
admin-confirmations-again = Actuele aantallen tonen
