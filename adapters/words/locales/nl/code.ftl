### De pagina om een manier te kiezen (select), en codes per e-mail: de pagina’s die er een sturen en om vragen (code).

select-title = Kies hoe u bevestigt dat u het bent
select-intro = Gebruik een van deze manieren om verder te gaan met { $issuer }. De manier die u het laatst hebt gebruikt, staat bovenaan.
select-app = Authenticatie-app
select-app-hint = Voer de code in die de app op uw telefoon toont.
select-mail = Code per e-mail
select-mail-hint = We sturen een code naar { $to }.
select-nothing-title = Bevestigen kan nu niet
select-nothing = Geen van de manieren die u hebt ingesteld, kan op dit moment worden gebruikt.

code-title = Code per e-mail aanvragen
code-title-sent = Voer de code uit de e-mail in
code-intro = We sturen een code naar <strong class="cs-break">{ $to }</strong>, het adres van uw account.
code-send = Code naar { $to } sturen
code-send-again = Nieuwe code aanvragen
code-sent = We hebben een <span class="cs-nowrap">{ $digits }-cijferige</span> code gestuurd naar <strong class="cs-break">{ $to }</strong>. Het kan een minuut duren voordat die aankomt; kijk ook in de map met ongewenste e-mail.
code-good-until = De code is geldig tot { $until } (nog { $left }).
code-over = Deze code is verlopen. Vraag een nieuwe aan.
code-failed = <strong>De e-mail kon niet worden verstuurd.</strong> Vraag een nieuwe code aan, of probeer een andere manier.
code-unsure = <strong>We weten niet of de e-mail is aangekomen.</strong> Is die er over een minuut nog niet, vraag dan een nieuwe code aan.
code-only-newest = Alleen de nieuwste code werkt.
code-again-from = Vanaf { $until } kunt u een nieuwe aanvragen.
code-again-now = U kunt nu een nieuwe aanvragen.
code-hint = Voer de nieuwste code in die we u hebben gestuurd.
code-use = Een code per e-mail aanvragen

code-none = Er kunnen op dit moment geen codes per e-mail worden verstuurd.
code-none-unconfirmed = U kunt nu geen codes per e-mail gebruiken, omdat het adres van uw account niet is bevestigd.
code-none-shared = U kunt geen codes per e-mail gebruiken, omdat een ander account hetzelfde adres heeft.
code-none-no-address = U kunt geen codes per e-mail gebruiken, omdat uw account geen adres heeft.
code-lost = Kunt u niet bij uw e-mail?

code-wrong = Deze code klopt niet. Voer de nieuwste code in die we u hebben gestuurd.
code-spent = Deze code is al gebruikt. Vraag een nieuwe aan.
code-expired = Geen van de codes die we u hiervoor hebben gestuurd, is nog geldig. Vraag een nieuwe aan.
code-malformed = Voer de { $digits } cijfers van de code in, en verder niets.
code-too-soon = Er is zojuist al een code verstuurd, of er zijn er het afgelopen uur veel verstuurd. Vanaf { $until } kunt u een nieuwe aanvragen.

code-title-another = Nog een manier toevoegen
code-first = Schakel eerst codes per e-mail in. Daarmee laat u zien dat uw account bij { $issuer } van u is. Daarna kunt u een authenticatie-app toevoegen.
code-intro-ways = Na uw wachtwoord voert u voortaan ook een korte code in. Zo kan niemand zich met alleen uw wachtwoord aanmelden bij { $issuer }. Kies waar uw codes vandaan komen.
code-intro-another = Met een tweede manier kunt u zich aanmelden als u de eerste niet bij de hand hebt. De manier die u al hebt, blijft werken.
code-app-better = Een app beschermt u beter dan e-mail: de codes van de app verlaten nooit uw telefoon, en ze werken ook zonder netwerkverbinding.
code-way = Codes per e-mail
code-way-hint = Bij elke aanmelding sturen we een code naar <strong class="cs-break">{ $address }</strong>.
code-way-weaker = Wie uw e-mail kan lezen, kan ook deze codes lezen.
code-way-send = Eerste code sturen
code-confirm-name = Naam voor deze manier
code-confirm-name-hint = Om deze later van andere te onderscheiden. Maximaal 64 tekens.
code-confirm-name-error = Deze naam kan niet worden gebruikt. Voer 1 tot en met 64 gewone tekens in.
code-start-again = Opnieuw beginnen
code-name =
    { $number ->
        [1] Code per e-mail
       *[other] Code per e-mail { $number }
    }

code-problem-too-soon = Er is zojuist al een code verstuurd, of er zijn er het afgelopen uur veel verstuurd.
code-problem-expired = Geen van de codes die hiervoor zijn verstuurd, is nog geldig. Vraag een nieuwe aan.
code-problem-confirm = Codes per e-mail zijn niet ingeschakeld
code-problem-first = Codes per e-mail komen eerst
code-problem-first-detail = Schakel eerst codes per e-mail in. Daarmee laat u zien dat het account van u is.
code-problem-not-yet = Nog niet
code-problem-not-yet-detail = Er is zojuist al een bericht verstuurd, of er zijn er het afgelopen uur veel verstuurd. Vanaf { $until } kunt u er weer een aanvragen.
