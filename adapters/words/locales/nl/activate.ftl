### Aanmelden in twee stappen inschakelen: de pagina met uitleg (activate), die met de QR-code (confirm) en die met de herstelcodes (codes).

activate-title = Aanmelden in twee stappen inschakelen
activate-title-another = Nog een authenticatie-app toevoegen
activate-title-app = Authenticatie-app toevoegen
activate-heading = Aanmelden in <span class="cs-nowrap">twee stappen</span> inschakelen

activate-expired = <strong>Het instellen is niet op tijd afgerond en daarom gestopt.</strong> Er is niets veranderd. Begin opnieuw; u krijgt een nieuwe QR-code. Staat er in uw app al een item van de vorige poging? Verwijder dat dan.

activate-needs-app = <strong>Om verder te gaan hebt u een authenticatie-app nodig.</strong> Codes per e-mail zijn daarvoor niet genoeg. Het instellen kost ongeveer twee minuten, en daarna komt u waar u naartoe wilde.
activate-intro-app = Een app beschermt u beter dan codes per e-mail, en sommige stappen bij { $issuer } kunnen alleen met een app.

activate-needed = <strong>Dit is verplicht voor uw account.</strong>
activate-skips =
    { $count ->
        [1] U kunt het nog één keer uitstellen.
       *[other] U kunt het nog { $count } keer uitstellen.
    }
activate-needed-first = <strong>Dit is nodig voor uw account voordat u verder kunt.</strong>
activate-overdue = Het is al verplicht sinds { $since }.
activate-grace = <strong>Vanaf { $until } is dit verplicht voor uw account.</strong>
activate-grace-until-then = Tot die tijd kan het ook zonder.
activate-announced = <strong>Vanaf { $from } wordt dit verplicht voor uw account.</strong>
activate-announced-now = U kunt het nu al doen, dan is het geregeld.
activate-exempt = Tot { $until } wordt er niets van u gevraagd. U kunt aanmelden in twee stappen wel al inschakelen.
activate-required = Op deze website is aanmelden in twee stappen verplicht voor uw account.

activate-intro = Na uw wachtwoord voert u voortaan ook een korte code in die een app op uw telefoon toont. Zo kan niemand zich met alleen uw wachtwoord aanmelden bij { $issuer }.
activate-intro-another = Met een tweede app, bijvoorbeeld op een andere telefoon, kunt u zich aanmelden als u de eerste niet bij de hand hebt. De app die u al hebt, blijft werken.

activate-step-app = Houd een authenticatie-app klaar
activate-step-app-hint = Elke app is goed, bijvoorbeeld Google Authenticator, Microsoft Authenticator, Duo, FreeOTP of een wachtwoordbeheerder die zulke codes toont.
activate-step-scan = Scan een QR-code met de app
activate-step-scan-hint = Die staat op de volgende pagina. U kunt ook een <span class="cs-nowrap">instelsleutel</span> intypen.
activate-step-code = Voer de code in die de app toont
activate-step-code-hint = Zo weten we zeker dat het werkt.
activate-step-code-then = Daarna krijgt u herstelcodes, voor het geval u uw telefoon kwijtraakt.

activate-show = QR-code tonen
activate-show-hint = De code wordt maar één keer getoond. Houd dus uw telefoon bij de hand.
activate-not-now = Niet nu (nog { $count } keer)
activate-not-now-back = Niet nu, terug naar { $issuer }

confirm-title-scan = Scan de QR-code
confirm-title-code = Voer de code uit uw app in

confirm-scan = Kies in uw authenticatie-app voor het toevoegen van een account. Richt daarna de camera op dit vierkant.
confirm-qr = QR-code voor uw authenticatie-app. Kunt u de code niet scannen, gebruik dan de instelsleutel hieronder.
confirm-shown-as-account = In de app staat het account als <strong>{ $issuer }</strong>, <span class="cs-break">{ $account }</span>.
confirm-shown-as = In de app staat het account als <strong>{ $issuer }</strong>.
confirm-open = Openen in een app op deze telefoon
confirm-cannot-scan = Lukt scannen niet?
confirm-type-key = Kies in de app voor het invoeren van een instelsleutel en typ deze in. Spaties maken niet uit. Vraagt de app om een soort, kies dan “op basis van tijd”.
confirm-key = Instelsleutel
confirm-copy-key = Sleutel kopiëren
confirm-keep-key = Houd de sleutel voor uzelf: wie deze sleutel heeft, kan uw codes maken.
confirm-open-here = Staat de app op het apparaat dat u nu gebruikt? Dan kunt u ook <a href="{ $href }">in die app verdergaan met instellen</a>.
confirm-again = Voer de code in die uw app nu toont. De QR-code wordt maar één keer getoond; hebt u die niet gescand, <a href="{ $href }">begin dan opnieuw</a>.

confirm-then = Voer dan de code in die de app toont
confirm-code-hint =
    { $count ->
        [one] De code verandert elke seconde.
       *[other] De code verandert elke { $count } seconden.
    }
confirm-name = Naam voor deze app
confirm-name-hint = Om de app later van andere te onderscheiden, bijvoorbeeld “Mijn telefoon”. Maximaal 64 tekens.
confirm-name-error = Deze naam kan niet worden gebruikt. Voer 1 tot en met 64 gewone tekens in, en daarna de code die uw app nu toont.
confirm-name-proposed = Authenticatie-app
confirm-name-proposed-numbered = Authenticatie-app { $number }
confirm-enable = Bevestigen en inschakelen
confirm-start-again = Opnieuw beginnen met een nieuwe QR-code

confirm-problem = De app is niet ingesteld
confirm-problem-name = Deze naam kan niet worden gebruikt.
confirm-problem-malformed = Dat kan geen code zijn.
confirm-problem-wrong = Deze code klopt niet.

codes-title = Bewaar uw herstelcodes
codes-activated = <strong>Aanmelden in twee stappen is ingeschakeld.</strong>
codes-app = “{ $name }” maakt voortaan uw codes.
codes-mail = Uw codes komen voortaan per e-mail.
codes-renewed = <strong>U hebt nieuwe herstelcodes.</strong> De oude werken niet meer.
codes-intro = Als u uw telefoon kwijtraakt, kunt u zich met een herstelcode toch aanmelden. Elke code werkt één keer. <strong>De codes worden alleen nu getoond.</strong> Bewaar ze dus voordat u verdergaat: op papier of in een wachtwoordbeheerder, maar niet op de telefoon met de app.
codes-intro-mail = Als u niet bij uw e-mail kunt, kunt u zich met een herstelcode toch aanmelden. Elke code werkt één keer. <strong>De codes worden alleen nu getoond.</strong> Bewaar ze dus voordat u verdergaat: op papier of in een wachtwoordbeheerder, maar niet in uw mailbox.
codes-print-title = { $issuer }: herstelcodes
codes-list = Herstelcodes
codes-download = Downloaden
codes-copy = Kopiëren
codes-print = Afdrukken
codes-continue = Ik heb ze bewaard, doorgaan
codes-file-name = { $issuer }-herstelcodes.txt
codes-file-title = Herstelcodes voor { $issuer } ({ $account })
codes-file-once = Elke code werkt één keer.
