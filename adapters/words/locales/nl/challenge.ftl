### De pagina die om een code vraagt.

challenge-title = Voer uw code in
challenge-title-recovery = Voer een herstelcode in
challenge-title-step-up = Bevestig dat u het bent

challenge-step-up = De volgende stap is belangrijk. Daarvoor is een nieuwe code nodig, ook al bent u aangemeld.
challenge-on-trial = Uw app is toegevoegd met een code uit een e-mail. Voor uw veiligheid telt de app hiervoor pas vanaf { $until }.

challenge-recovery = Herstelcodes zijn de codes die u hebt bewaard toen u aanmelden in twee stappen inschakelde voor { $issuer }. Voer er een in die u nog niet hebt gebruikt. Elke code werkt één keer.
challenge-app = Open uw authenticatie-app en voer de <span class="cs-nowrap">{ $digits }-cijferige</span> code in voor <strong>{ $issuer }</strong>.
challenge-app-named = Open uw authenticatie-app (“{ $name }”) en voer de <span class="cs-nowrap">{ $digits }-cijferige</span> code in voor <strong>{ $issuer }</strong>.

challenge-wait = <strong>Er zijn te veel verkeerde codes ingevoerd.</strong> U kunt het opnieuw proberen om { $until }.
challenge-wait-three = Bent u het echt? Dan komt u ook binnen met drie juiste codes achter elkaar, elke keer een nieuwe.
challenge-wait-over = De wachttijd is voorbij: u kunt het nu opnieuw proberen.

challenge-code-label = { $digits }-cijferige code
challenge-code-hint = De code verandert vaak; voer de code in die uw app nu toont.
challenge-code-digits = { $digits } cijfers
challenge-recovery-label = Herstelcode
challenge-recovery-hint = 25 letters en cijfers. Streepjes, spaties en hoofdletters maken niet uit.

challenge-code-wrong = Deze code klopt niet. Controleer de tijd op uw telefoon: die moet automatisch zijn ingesteld. Voer dan de code in die de app nu toont.
challenge-code-spent = Deze code is al gebruikt. Wacht op de volgende.
challenge-code-malformed = Voer de { $digits } cijfers in die uw app toont, en verder niets.
challenge-recovery-wrong = Deze herstelcode klopt niet of is al gebruikt. Controleer elke letter en elk cijfer. Oudere codes die u door nieuwe hebt vervangen, werken niet meer.
challenge-recovery-spent = Deze herstelcode is al gebruikt. Voer een andere van uw lijst in.
challenge-recovery-malformed = Een herstelcode heeft 25 letters en cijfers, in vijf groepen van vijf. Controleer of er niets ontbreekt.
challenge-unavailable = Die manier van aanmelden is niet beschikbaar. Gebruik deze.
challenge-tries-left =
    { $count ->
        [one] U hebt nog { $count } poging.
       *[other] U hebt nog { $count } pogingen.
    }

challenge-remember = Dit apparaat { $period } onthouden
challenge-remember-hint = Alleen op een apparaat dat niemand anders gebruikt. Tot die tijd om is, wordt u op dit apparaat niet om een code gevraagd.

challenge-continue = Doorgaan
challenge-confirm = Bevestigen

challenge-other = Een andere manier proberen
challenge-use-recovery = Een herstelcode gebruiken
challenge-use-app = Uw authenticatie-app gebruiken
challenge-lost-codes = Geen herstelcodes meer, en kunt u niet bij uw authenticatie-app?
challenge-lost-both = Telefoon én herstelcodes kwijt?
challenge-lost-phone = Telefoon kwijt?
challenge-help = Vraag de beheerders van { $issuer } om hulp. Zij kunnen uw aanmelding in twee stappen resetten.

challenge-problem = De code is niet geaccepteerd
challenge-problem-malformed = Dat kan geen code zijn.
challenge-problem-unavailable = Die manier van antwoorden is niet beschikbaar.
challenge-problem-wrong = Deze code klopt niet.
challenge-problem-spent = Deze code is al gebruikt.
challenge-problem-wait = Er waren te veel verkeerde codes. Probeer het later opnieuw.
