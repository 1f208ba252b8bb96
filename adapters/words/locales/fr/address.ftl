### Confirming the address of an account: the page behind the link in the e-mail, and the pages that ask for such a link. $address: an e-mail address. $issuer: the name of the site.

address-title = Confirmez votre adresse e-mail
address-ask = L’adresse <strong class="cs-break">{ $address }</strong> est-elle bien la vôtre sur { $issuer } ? Avec ce bouton, vous indiquez que vous lisez ce qui y est envoyé.
address-confirm = Confirmer cette adresse
address-not-yours = Si vous ne connaissez pas { $issuer }, fermez cette page : il ne se passera rien.
address-done-title = L’adresse est confirmée
address-done = { $issuer } peut désormais envoyer des codes et des messages à <strong class="cs-break">{ $address }</strong>.
address-already = L’adresse <strong class="cs-break">{ $address }</strong> est confirmée. Vous n’avez plus rien à faire.
address-over-title = Ce lien n’est plus valable
address-over = Il date de plus de 24 heures, un lien plus récent a été envoyé, ou l’adresse du compte a changé depuis. Pour recevoir un nouveau lien, ouvrez vos paramètres de connexion à deux facteurs.
address-unknown-title = Ce lien ne fonctionne pas
address-unknown = Il en manque peut-être une partie. Ouvrez encore une fois le lien dans l’e-mail, ou copiez-le en entier.
address-close = Vous pouvez fermer cette page et continuer là où vous en étiez.
address-settings = Ouvrir les paramètres de connexion à deux facteurs

address-nothing-title = Il n’y a rien à confirmer
address-nothing = L’adresse de votre compte est déjà confirmée, ou il n’y en a aucune qui puisse l’être.
address-first = Des codes pourront être envoyés à <strong class="cs-break">{ $address }</strong> une fois que vous aurez confirmé que cette adresse est la vôtre.
address-send = M’envoyer un lien pour la confirmer
address-send-again = Envoyer un nouveau lien
address-sent = Nous avons envoyé un lien à <strong class="cs-break">{ $address }</strong>. Il est valable pendant 24 heures ; ouvrez-le sur n’importe quel appareil, puis revenez ici.
address-failed = <strong>L’e-mail contenant le lien n’a pas pu être envoyé.</strong> Réessayez ou demandez de l’aide.
address-again-from = Vous pourrez en faire envoyer un autre à partir de { $until }.
address-on-its-way = L’e-mail est en route.

address-heading = Adresse e-mail
address-badge-confirmed = Confirmée
address-badge-unconfirmed = Non confirmée
address-badge-shared = Sur plusieurs comptes
address-used-for = Les messages concernant votre connexion à deux facteurs y sont envoyés, ainsi que les codes, si vous activez les codes par e-mail.
address-first-settings = Il n’a pas encore été confirmé que vous lisez ce qui y est envoyé. Tant que ce n’est pas fait, aucun code ne peut y être envoyé.
