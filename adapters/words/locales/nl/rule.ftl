### De pagina met regels: wie een tweede factor moet hebben.

rule-heading = Wie een tweede factor moet hebben
rule-added = De regel is toegevoegd. Hij geldt vanaf het volgende verzoek, of vanaf zijn datum.
rule-removed = De regel is verwijderd.
rule-odd =
    { $count ->
        [one] <strong>{ $count } regel</strong> vraagt uw aandacht; ernaast staat waarom.
       *[other] <strong>{ $count } regels</strong> vragen uw aandacht; naast elke regel staat waarom.
    }
rule-made-here = Regels die hier zijn gemaakt
rule-none-yet = Er zijn er nog geen.
rule-add-below = Voeg er hieronder een toe.
rule-which-decides = De regel die het dichtst bij iemand staat, beslist: een regel over de gebruiker zelf gaat vóór een regel over een rol, dan volgt een adres of lijst, dan een domein, dan iedereen. Van twee die even dichtbij staan, beslist de strengste.
rule-of-application = Regels van de toepassing
rule-of-application-hint = Ze horen bij het programma en kunnen hier niet worden gewijzigd.
rule-of-application-none = Geen: iedereen mag een tweede factor hebben, en voor niemand is die verplicht.
rule-more = Nog { $count }.

rule-sentence-require =
    { $kind ->
        [role] Iedereen met de rol { $value } moet een tweede factor hebben
        [domain] Iedereen met een adres bij { $value } moet een tweede factor hebben
        [domain_and_below] Iedereen met een adres bij { $value } of een subdomein daarvan moet een tweede factor hebben
        [address] Wie het adres { $value } heeft, moet een tweede factor hebben
        [list] Iedereen op de lijst { $value } moet een tweede factor hebben
        [user] De gebruiker { $value } moet een tweede factor hebben
       *[everyone] Iedereen moet een tweede factor hebben
    }
rule-sentence-offer =
    { $kind ->
        [role] Iedereen met de rol { $value } mag een tweede factor hebben
        [domain] Iedereen met een adres bij { $value } mag een tweede factor hebben
        [domain_and_below] Iedereen met een adres bij { $value } of een subdomein daarvan mag een tweede factor hebben
        [address] Wie het adres { $value } heeft, mag een tweede factor hebben
        [list] Iedereen op de lijst { $value } mag een tweede factor hebben
        [user] De gebruiker { $value } mag een tweede factor hebben
       *[everyone] Iedereen mag een tweede factor hebben
    }
rule-sentence-off =
    { $kind ->
        [role] Niemand met de rol { $value } heeft een tweede factor
        [domain] Niemand met een adres bij { $value } heeft een tweede factor
        [domain_and_below] Niemand met een adres bij { $value } of een subdomein daarvan heeft een tweede factor
        [address] Wie het adres { $value } heeft, heeft geen tweede factor
        [list] Niemand op de lijst { $value } heeft een tweede factor
        [user] De gebruiker { $value } heeft geen tweede factor
       *[everyone] Niemand heeft een tweede factor
    }

rule-from = Vanaf { $from }.
rule-holds-from = De regel geldt vanaf { $from }.
rule-begins = De regel gaat in op { $from }.
rule-grace-until = Mag worden uitgesteld tot { $until }.
rule-grace-for = Mag nog { $period } worden uitgesteld nadat de verplichting ingaat.
rule-grace-skips =
    { $count ->
        [1] Mag één keer worden uitgesteld.
       *[other] Mag { $count } keer worden uitgesteld.
    }
rule-reaches-sign-in = Geldt voor iedereen pas vanaf de volgende aanmelding.
rule-remembers-never = Apparaten worden niet onthouden.
rule-remembers-for = Apparaten mogen { $period } worden onthouden.
rule-asked-again = Na { $period } wordt opnieuw om een tweede factor gevraagd.
rule-no-recovery-codes = Herstelcodes worden niet geaccepteerd.
rule-no-apps = Authenticatie-apps worden niet geaccepteerd.
rule-no-mail = Codes per e-mail worden niet geaccepteerd.
rule-made-by = Gemaakt door { $who }, { $at }
rule-made-by-application = Gemaakt door de toepassing
rule-author = { $who }, { $at }
rule-author-application = de toepassing

rule-finding = <strong>Let op:</strong> { $finding }
rule-matches-nobody = Deze regel gaat over niemand die tot nu toe bekend is.
rule-contradicts = De regel is in strijd met “{ $rule }”. De strengste van de twee beslist.
rule-shadowed = De regel verandert niets, want “{ $rule }” zegt dat al.

rule-remove = Verwijderen<span class="cs-sr">: { $rule }</span>
rule-remove-what = Wat alleen door deze regel verplicht was, is dan voor niemand meer verplicht.
rule-remove-button = Deze regel verwijderen<span class="cs-sr">: { $rule }</span>

rule-add = Regel toevoegen
rule-whom = Over wie gaat de regel?
rule-whom-domain = Iedereen met een adres bij dit domein
rule-whom-domain-and-below = Iedereen met een adres bij dit domein of een subdomein daarvan
rule-whom-address = Wie dit e-mailadres heeft
rule-whom-list = Iedereen op een lijst met e-mailadressen
rule-whom-role = Iedereen met deze rol
rule-whom-user = De gebruiker met deze ID
rule-whom-everyone = Iedereen
rule-value = Domein, adres, rol, ID van de gebruiker of naam van de lijst
rule-value-hint = Laat leeg voor iedereen.
rule-list = Voor een lijst: de adressen
rule-list-addresses = E-mailadressen
rule-list-hint = Eén per regel, tot ongeveer 400. Langere lijsten horen in de toepassing.
rule-effect = Wat doet de regel?
rule-effect-require = Deze personen moeten een tweede factor hebben
rule-effect-offer = Deze personen mogen een tweede factor hebben
rule-effect-off = Deze personen hebben geen tweede factor en worden er niet om gevraagd
rule-from-which-day = Vanaf welke dag (UTC)?
rule-from-hint = Leeg: meteen. Wie een tweede factor moet hebben, krijgt dat al vóór die dag te horen.
rule-put-off = Mag het instellen worden uitgesteld?
rule-put-off-until = Tot het einde van deze dag (UTC)
rule-put-off-last-day = Laatste dag waarop uitstellen mag
rule-put-off-days = Zoveel dagen nadat de verplichting voor iemand ingaat
rule-put-off-how-many-days = Hoeveel dagen uitstellen mag
rule-put-off-times = Zo vaak, één keer bij elke aanmelding
rule-put-off-how-often = Hoe vaak uitstellen mag
rule-more-settings = Meer: lopende sessies, onthouden apparaten, opnieuw vragen
rule-reach = Vanaf wanneer geldt de regel voor wie is aangemeld?
rule-reach-request = Voor iedereen vanaf het volgende verzoek
rule-reach-sign-in = Pas vanaf de volgende aanmelding
rule-remember = Mogen apparaten worden onthouden?
rule-remember-default = Zoals overal elders
rule-remember-never = Nooit
rule-remember-hours = Zoveel uur lang:
rule-hours = Uren
rule-max-age = Opnieuw vragen na zoveel minuten
rule-max-age-hint = Leeg: één keer per sessie.
rule-recovery = Worden herstelcodes geaccepteerd?
rule-recovery-hint = Zo niet, dan moet wie de app kwijtraakt een beheerder om hulp vragen.
rule-apps = Worden authenticatie-apps geaccepteerd?
rule-mail = Worden codes per e-mail geaccepteerd?
rule-mail-hint = Ze beschermen minder goed dan een app. Wie nog niets heeft dat wordt geaccepteerd, bevestigt nog een keer met wat er al is, om iets in te stellen dat wel wordt geaccepteerd.
rule-yes = Ja
rule-no = Nee
rule-reason-hint = Mensen lezen de reden als hun wordt gevraagd een tweede factor in te stellen.
rule-add-button = Regel toevoegen
