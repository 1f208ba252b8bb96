### Choosing a way of signing in (select), and codes by e-mail: the pages that send one and take it (code). $issuer: the name of the site. $to: an address of which most is hidden. $digits: how many digits a code has.

select-title = Choisissez comment confirmer que c’est bien vous
select-intro = Utilisez l’une de ces méthodes pour continuer sur { $issuer }. Celle que vous avez utilisée en dernier apparaît en premier.
select-app = Application d’authentification
select-app-hint = Saisissez le code affiché par l’application sur votre téléphone.
select-mail = Code par e-mail
select-mail-hint = Nous envoyons un code à { $to }.
select-nothing-title = Aucune méthode disponible pour confirmer que c’est bien vous
select-nothing = Aucune des méthodes que vous avez configurées ne peut être utilisée pour le moment.

code-title = Recevoir un code par e-mail
code-title-sent = Saisissez le code reçu par e-mail
code-intro = Nous envoyons un code à <strong class="cs-break">{ $to }</strong>, l’adresse de votre compte.
code-send = Envoyer un code à { $to }
code-send-again = Envoyer un nouveau code
code-sent = Nous avons envoyé à <strong class="cs-break">{ $to }</strong> un code à <span class="cs-nowrap">{ $digits } chiffres</span>. Il peut mettre une minute à arriver ; regardez aussi dans le dossier des courriers indésirables.
code-good-until = Le code est valable jusqu’à { $until } (encore { $left }).
code-over = Ce code a expiré. Demandez-en un nouveau.
code-failed = <strong>L’e-mail n’a pas pu être envoyé.</strong> Demandez un nouveau code ou essayez une autre méthode.
code-unsure = <strong>Nous ne savons pas si l’e-mail est arrivé.</strong> S’il n’est pas là dans une minute, demandez un nouveau code.
code-only-newest = Seul le code le plus récent fonctionne.
code-again-from = Vous pourrez demander un nouveau code à partir de { $until }.
code-again-now = Vous pouvez maintenant demander un nouveau code.
code-hint = Saisissez le code le plus récent que nous vous avons envoyé.
code-use = Recevoir un code par e-mail

code-none = Il n’est pas possible d’envoyer des codes par e-mail pour le moment.
code-none-unconfirmed = Les codes par e-mail ne peuvent pas être utilisés pour l’instant, car l’adresse de votre compte n’est pas confirmée.
code-none-shared = Les codes par e-mail ne peuvent pas être utilisés, car un autre compte a la même adresse.
code-none-no-address = Les codes par e-mail ne peuvent pas être utilisés, car votre compte n’a pas d’adresse.
code-lost = Vous n’avez pas accès à vos e-mails ?

code-wrong = Ce code n’est pas correct. Saisissez le code le plus récent que nous vous avons envoyé.
code-spent = Ce code a déjà été utilisé. Demandez-en un nouveau.
code-expired = Aucun des codes que nous vous avons envoyés pour cette étape n’est encore valable. Demandez-en un nouveau.
code-malformed = Saisissez les { $digits } chiffres du code, et rien d’autre.
code-too-soon = Un code vient d’être envoyé, ou beaucoup l’ont été au cours de la dernière heure. Vous pourrez en demander un nouveau à partir de { $until }.

code-title-another = Ajouter une autre méthode
code-first = Avant toute autre chose, activez les codes par e-mail. Ils montrent que votre compte sur { $issuer } est bien à vous. Vous pourrez ensuite ajouter une application d’authentification.
code-intro-ways = Après votre mot de passe, vous saisirez aussi un court code. Ainsi, personne ne peut se connecter à { $issuer } avec votre seul mot de passe. Choisissez d’où viendront vos codes.
code-intro-another = Une deuxième méthode vous permet de vous connecter quand vous n’avez pas la première sous la main. Celle que vous avez déjà continue de fonctionner.
code-app-better = Une application vous protège mieux que l’e-mail : ses codes ne quittent jamais votre téléphone et fonctionnent sans réseau.
code-way = Codes par e-mail
code-way-hint = À chaque connexion, nous envoyons un code à <strong class="cs-break">{ $address }</strong>.
code-way-weaker = Toute personne qui peut lire vos e-mails peut aussi lire ces codes.
code-way-send = Envoyer le premier code
code-confirm-name = Nom de cette méthode
code-confirm-name-hint = Pour la distinguer plus tard des autres. 64 caractères au maximum.
code-confirm-name-error = Ce nom ne peut pas être utilisé. Saisissez de 1 à 64 caractères ordinaires.
code-start-again = Recommencer
code-name =
    { $number ->
        [1] Code par e-mail
       *[other] Code par e-mail { $number }
    }

code-problem-too-soon = Un code vient d’être envoyé, ou beaucoup l’ont été au cours de la dernière heure.
code-problem-expired = Aucun des codes envoyés pour cette étape n’est encore valable. Demandez-en un nouveau.
code-problem-confirm = Les codes par e-mail n’ont pas été activés
code-problem-first = Activez d’abord les codes par e-mail
code-problem-first-detail = Activez les codes par e-mail avant toute autre chose. Ils montrent que le compte est bien à vous.
code-problem-not-yet = Pas encore
code-problem-not-yet-detail = Un message vient d’être envoyé, ou beaucoup l’ont été au cours de la dernière heure. Vous pourrez en faire envoyer un autre à partir de { $until }.
