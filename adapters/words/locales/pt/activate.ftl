### Turning on two-factor sign-in: activate, confirm, codes.

activate-title = Ativar o login em dois fatores
activate-title-another = Adicionar outro app autenticador
activate-title-app = Adicionar um app autenticador
activate-heading = Ativar o login em <span class="cs-nowrap">dois fatores</span>

activate-expired = <strong>A configuração não foi concluída a tempo e foi encerrada.</strong> Nada mudou. Comece de novo; um novo código QR será gerado. Se o app já mostra um item da última tentativa, apague esse item.

activate-needs-app = <strong>Para continuar, é preciso um app autenticador.</strong> Códigos por e-mail não bastam para isso. A configuração leva cerca de dois minutos; depois, você segue para onde estava indo.
activate-intro-app = Um app protege melhor do que códigos por e-mail, e algumas etapas em { $issuer } só são possíveis com um app.

activate-needed = <strong>Sua conta precisa disto.</strong>
activate-skips =
    { $count ->
        [1] É possível adiar mais uma vez.
       *[other] É possível adiar mais { $count } vezes.
    }
activate-needed-first = <strong>Para continuar, sua conta precisa disto primeiro.</strong>
activate-overdue = Isto é exigido desde { $since }.
activate-grace = <strong>Sua conta precisa disto a partir de { $until }.</strong>
activate-grace-until-then = Até lá, é possível continuar sem isso.
activate-announced = <strong>Sua conta vai precisar disto a partir de { $from }.</strong>
activate-announced-now = Já é possível fazer isso agora e deixar tudo pronto.
activate-exempt = Nada é exigido da sua conta até { $until }. Mesmo assim, é possível ativar agora.
activate-required = Este site exige o login em dois fatores para a sua conta.

activate-intro = Depois da senha, será preciso digitar também um código curto, mostrado por um app no seu telefone. Assim, ninguém consegue entrar em { $issuer } só com a sua senha.
activate-intro-another = Um segundo app, por exemplo em outro telefone, permite entrar quando o primeiro não está à mão. O app que já está em uso continua funcionando.

activate-step-app = Tenha um app autenticador à mão
activate-step-app-hint = Qualquer um serve, por exemplo Google Authenticator, Microsoft Authenticator, Duo, FreeOTP ou um gerenciador de senhas que mostre esses códigos.
activate-step-scan = Escaneie um código QR com o app
activate-step-scan-hint = O código aparece na próxima página. Também é possível digitar uma chave de <span class="cs-nowrap">configuração</span>.
activate-step-code = Digite o código que o app mostra
activate-step-code-hint = Assim temos certeza de que tudo funciona.
activate-step-code-then = No final aparecem os códigos de recuperação, para o caso de perda do telefone.

activate-show = Mostrar o código QR
activate-show-hint = Ele é mostrado uma única vez, então tenha o telefone à mão.
activate-not-now =
    { $count ->
        [one] Agora não (resta { $count })
       *[other] Agora não (restam { $count })
    }
activate-not-now-back = Agora não, voltar a { $issuer }

confirm-title-scan = Escaneie o código QR
confirm-title-code = Digite o código do seu app

confirm-scan = No app autenticador, escolha adicionar uma conta e aponte a câmera para este quadrado.
confirm-qr = Código QR para o app autenticador. Se não for possível escaneá-lo, use a chave de configuração abaixo.
confirm-shown-as-account = O app vai mostrar esta conta como <strong>{ $issuer }</strong>, <span class="cs-break">{ $account }</span>.
confirm-shown-as = O app vai mostrar esta conta como <strong>{ $issuer }</strong>.
confirm-open = Abrir em um app deste telefone
confirm-cannot-scan = Não consegue escanear?
confirm-type-key = No app, escolha inserir uma chave de configuração e digite esta. Os espaços não fazem diferença. Se o app perguntar o tipo, escolha “Com base no tempo”.
confirm-key = Chave de configuração
confirm-copy-key = Copiar a chave
confirm-keep-key = Não mostre esta chave a ninguém: quem a tiver pode gerar os seus códigos.
confirm-open-here = Se o app está no dispositivo em uso agora, também é possível <a href="{ $href }">abrir a configuração nesse app</a>.
confirm-again = Digite o código que o app mostra agora. O código QR é mostrado uma única vez; se ele não foi escaneado, <a href="{ $href }">comece de novo</a>.

confirm-then = Depois, digite o código que o app mostra
confirm-code-hint =
    { $count ->
        [one] Ele muda a cada { $count } segundo.
       *[other] Ele muda a cada { $count } segundos.
    }
confirm-name = Nome para este app
confirm-name-hint = Para diferenciá-lo de outros depois, por exemplo “Meu telefone”. Até 64 caracteres.
confirm-name-error = Esse nome não pode ser usado. Digite de 1 a 64 caracteres comuns e, depois, o código que o app mostra agora.
confirm-name-proposed = App autenticador
confirm-name-proposed-numbered = App autenticador { $number }
confirm-enable = Confirmar e ativar
confirm-start-again = Começar de novo com outro código QR

confirm-problem = O app não foi ativado
confirm-problem-name = Esse nome não pode ser usado.
confirm-problem-malformed = Isso não pode ser um código.
confirm-problem-wrong = Esse código não está certo.

codes-title = Guarde seus códigos de recuperação
codes-activated = <strong>O login em dois fatores está ativado.</strong>
codes-app = A partir de agora, “{ $name }” gera os seus códigos.
codes-mail = A partir de agora, os seus códigos chegam por e-mail.
codes-renewed = <strong>Estes são seus novos códigos de recuperação.</strong> Os códigos antigos não funcionam mais.
codes-intro = Em caso de perda do telefone, um código de recuperação permite entrar sem ele. Cada código funciona uma única vez. <strong>Eles só são mostrados agora</strong>, então guarde-os antes de continuar: em papel ou em um gerenciador de senhas, mas não no telefone em que está o app.
codes-intro-mail = Sem acesso ao e-mail, um código de recuperação permite entrar sem ele. Cada código funciona uma única vez. <strong>Eles só são mostrados agora</strong>, então guarde-os antes de continuar: em papel ou em um gerenciador de senhas, mas não na sua caixa de e-mail.
codes-print-title = { $issuer }: códigos de recuperação
codes-list = Códigos de recuperação
codes-download = Baixar
codes-copy = Copiar
codes-print = Imprimir
codes-continue = Já guardei, continuar
codes-file-name = { $issuer }-codigos-de-recuperacao.txt
codes-file-title = Códigos de recuperação de { $issuer } ({ $account })
codes-file-once = Cada código funciona uma única vez.
