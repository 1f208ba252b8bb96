### Choosing a way of signing in, and codes by e-mail.

select-title = Escolha como confirmar sua identidade
select-intro = Use qualquer um destes métodos para continuar em { $issuer }. O último que foi usado aparece primeiro.
select-app = App autenticador
select-app-hint = Digite o código que o app no seu telefone mostra.
select-mail = Código por e-mail
select-mail-hint = Vamos enviar um código para { $to }.
select-nothing-title = Não há como confirmar sua identidade
select-nothing = Nenhum dos métodos que foram configurados pode ser usado no momento.

code-title = Receber um código por e-mail
code-title-sent = Digite o código do e-mail
code-intro = Vamos enviar um código para <strong class="cs-break">{ $to }</strong>, o endereço da sua conta.
code-send = Enviar um código para { $to }
code-send-again = Enviar um novo código
code-sent = Enviamos um código de <span class="cs-nowrap">{ $digits } dígitos</span> para <strong class="cs-break">{ $to }</strong>. Ele pode levar um minuto para chegar; olhe também na pasta de spam.
code-good-until = O código vale até as { $until } ({ $left }).
code-over = O prazo deste código acabou. Peça um novo.
code-failed = <strong>Não foi possível enviar o e-mail.</strong> Peça um novo código ou tente outro método.
code-unsure = <strong>Não sabemos se o e-mail chegou.</strong> Se ele não aparecer em um minuto, peça um novo código.
code-only-newest = Só o código mais recente funciona.
code-again-from = Será possível pedir um novo código a partir das { $until }.
code-again-now = Já é possível pedir um novo código.
code-hint = Digite o código mais recente que enviamos.
code-use = Receber um código por e-mail

code-none = No momento, não é possível enviar códigos por e-mail.
code-none-unconfirmed = Não é possível usar códigos por e-mail agora, porque o endereço da sua conta não está confirmado.
code-none-shared = Não é possível usar códigos por e-mail, porque outra conta tem o mesmo endereço.
code-none-no-address = Não é possível usar códigos por e-mail, porque a sua conta não tem endereço de e-mail.
code-lost = Sem acesso ao seu e-mail?

code-wrong = Esse código não está certo. Digite o código mais recente que enviamos.
code-spent = Esse código já foi usado. Peça um novo.
code-expired = Os códigos que enviamos para esta etapa não valem mais. Peça um novo.
code-malformed = Digite os { $digits } dígitos do código, e nada mais.
code-too-soon = Um código acabou de ser enviado, ou muitos foram enviados na última hora. Será possível pedir um novo a partir das { $until }.

code-title-another = Adicionar outro método
code-first = Antes de tudo, ative os códigos por e-mail. Eles mostram que a conta em { $issuer } é mesmo sua. Depois disso, é possível adicionar um app autenticador.
code-intro-ways = Depois da senha, será preciso digitar também um código curto. Assim, ninguém consegue entrar em { $issuer } só com a sua senha. Escolha de onde virão os seus códigos.
code-intro-another = Um segundo método permite entrar quando o primeiro não está à mão. O que já está em uso continua funcionando.
code-app-better = Um app protege melhor do que o e-mail: os códigos dele nunca saem do telefone e funcionam mesmo sem rede.
code-way = Códigos por e-mail
code-way-hint = A cada login, vamos enviar um código para <strong class="cs-break">{ $address }</strong>.
code-way-weaker = Quem consegue ler os seus e-mails também consegue ler esses códigos.
code-way-send = Enviar o primeiro código
code-confirm-name = Nome para este método
code-confirm-name-hint = Para diferenciá-lo de outros depois. Até 64 caracteres.
code-confirm-name-error = Esse nome não pode ser usado. Digite de 1 a 64 caracteres comuns.
code-start-again = Começar de novo
code-name =
    { $number ->
        [1] Código por e-mail
       *[other] Código por e-mail { $number }
    }

code-problem-too-soon = Um código acabou de ser enviado, ou muitos foram enviados na última hora.
code-problem-expired = Os códigos enviados para esta etapa não valem mais. Peça um novo.
code-problem-confirm = Os códigos por e-mail não foram ativados
code-problem-first = Primeiro, os códigos por e-mail
code-problem-first-detail = Ative os códigos por e-mail antes de tudo. Eles mostram que a conta é sua.
code-problem-not-yet = Ainda não
code-problem-not-yet-detail = Uma mensagem acabou de ser enviada, ou muitas foram enviadas na última hora. Será possível pedir outra a partir das { $until }.
